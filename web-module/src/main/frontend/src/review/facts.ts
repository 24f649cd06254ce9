import type { Track } from '../media/policy';

/** What the server answers about an attempt; times are RFC 3339. */
export interface Timeline {
  attemptId: string;
  candidateId: string;
  name: string;
  examCode: string;
  number: number;
  state: string;
  joinedAt: string;
  endedAt?: string;
  serverTime: string;
  tracks: TrackReport[];
  pauses: Pause[];
  flags: Flag[];
  messages: Message[];
  sightings: Sighting[];
  notes: Note[];
  stills: Still[];
  challenges: Challenge[];
  review: Review;
}

export type RecordingState = 'OPEN' | 'RECOVERING' | 'COMPLETE' | 'INCOMPLETE';

export interface TrackReport {
  track: Track;
  state: RecordingState;
  verified: boolean;
  recordedSeconds: number;
  expectedSeconds: number;
  liveSeconds: number;
  from: string;
  to: string;
  playlistVersion: number;
  takes: TakeReport[];
  gaps: Gap[];
  /** Which source covers which time, in order and without overlaps. */
  sources: Source[];
  /** When all of it was removed; its takes and gaps are not known any more. */
  purgedAt?: string;
}

export interface TakeReport {
  takeId: string;
  number: number;
  mimeType: string;
  state: 'OPEN' | 'CLOSED';
  startedAt: string;
  closeReason?: string;
  fault?: string;
  /** The object that it is in the archive. */
  archived?: string;
  recordedSeconds: number;
  /** Sequences that are held, as ranges. */
  held: [number, number][];
  /** Segments that the page at the live socket vouched for. */
  witnessed: number;
  missing: [number, number][];
}

export type GapCause =
  | 'NETWORK'
  | 'STORE'
  | 'SERVER'
  | 'PAGE_RELOAD'
  | 'BROWSER_GONE'
  | 'DEVICE_ENDED'
  | 'DEVICE_DENIED'
  | 'DEVICE_MUTED'
  | 'DEVICE_ASLEEP'
  | 'STORAGE_FULL'
  | 'RECORDER_ERROR'
  | 'TAMPERED'
  | 'UNKNOWN';

export interface Gap {
  from: string;
  to: string;
  seconds: number;
  cause: GapCause;
  causeBy: 'SERVER' | 'CLIENT';
  explained: boolean;
  /** How much of it a copy of somebody else's shows. */
  coveredSeconds: number;
}

/** A stretch that somebody has recorded: our recorder, or whoever made the copy. */
export interface Source {
  source: string;
  from: string;
  to: string;
  /** The copy in the archive, and how far into it the stretch begins. */
  object?: string;
  startMillis?: number;
}

export interface Pause {
  fromAt: string;
  toAt?: string;
  byWhom?: string;
  reason?: string;
}

export interface Flag {
  id: string;
  at: string;
  severity: number;
  reason: string;
  by: string;
  detail?: string;
}

export interface Message {
  id: string;
  from: 'PROCTOR' | 'CANDIDATE';
  name?: string;
  text: string;
  at: string;
  readAt?: string;
}

export interface Sighting {
  at: string;
  kind: string;
  track?: Track;
  detail?: string;
}

export interface Note {
  id: string;
  at: string;
  text: string;
  by?: string;
}

/** What a wall showed of the candidate. */
export interface Still {
  id: string;
  at: string;
  by: string;
  sha256: string;
}

export type Outcome = 'WAITING' | 'FOUND' | 'NOT_FOUND' | 'NOT_LOOKED';

/** A tone and a colour that the page has shown, and whether the recording has them. */
export interface Challenge {
  id: string;
  at: string;
  shownAt: string;
  acknowledgedAt: string;
  tone: string;
  colour: string;
  toneFound: Outcome;
  colourFound: Outcome;
}

export type Verdict = 'CLEAR' | 'SUSPICIOUS' | 'VIOLATION';

export interface Review {
  verdict?: Verdict;
  reason?: string;
  reviewer?: string;
  decidedAt?: string;
  version: number;
}

/** What of a take can be played; a segment is sequence, start and duration in milliseconds, and bytes. */
export interface TakeIndex {
  takeId: string;
  number: number;
  mimeType: string;
  startedAt: string;
  /** Where all of it lies, its segments one behind the other; until then they are read one by one. */
  file?: string;
  segments: [number, number, number, number][];
}
