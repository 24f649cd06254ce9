export type AttemptState = 'AWAITING' | 'RUNNING' | 'PAUSED' | 'COMPLETED' | 'TERMINATED' | 'EXPIRED';
export type Presence = 'CONNECTED' | 'MISSING' | 'GONE';
export type RecordingState = 'OPEN' | 'RECOVERING' | 'COMPLETE' | 'INCOMPLETE';

/** One candidate as the server knows them; times in RFC 3339. What is absent is unknown, or is not so. */
export interface Tile {
  attemptId: string;
  candidateId: string;
  name: string;
  /** Of the attempt, from 1: the candidate's newest. */
  number: number;
  roomNumber: number;
  seat: number;
  state: AttemptState;
  presence?: Presence;
  /** The last sign of the candidate. */
  presenceSince?: string;
  recording: RecordingState;
  savedAt?: string;
  /** The recording that nothing came to for the longest; absent while nothing need come. */
  quiet?: Quiet;
  joinedAt: string;
  handUpSince?: string;
  pausedSince?: string;
  /** Time that a proctor gave. */
  extraSeconds: number;
  unread: number;
  /** The gravest. */
  flag?: TileFlag;
  /** Another browser came while this one was connected. */
  takeover?: TileTakeover;
}

export interface Quiet {
  track: 'camera' | 'screen';
  since: string;
  /** From when on it is silent, unless something comes before. */
  silentAt: string;
}

export interface TileFlag {
  severity: number;
  reason: string;
  at: string;
}

export interface TileTakeover {
  /** The newer page. */
  page: string;
  /** Whether it has to be let in; else it went in. */
  waits: boolean;
  at: string;
  /** The two browsers in words. */
  older: string;
  newer: string;
}

/** All that a wall begins with. */
export interface WallAnswer {
  exam: { code: string; title: string; startsAt: string; endsAt: string };
  serverTime: string;
  rooms: { id: string; number: number; capacity: number }[];
  /** Since when the server does not reach the store: nothing can come of anybody. */
  storeAwaySince?: string | undefined;
  /** Figures of the whole exam. */
  counts: { candidates: number; proctors: number; rooms: number };
  /** What the proctor took over and has not acknowledged yet. */
  handovers: Handover[];
  tiles: Tile[];
}

/** A room that changed its watcher; what is absent is nobody, or nothing, or has not happened. */
export interface Handover {
  id: string;
  room: number;
  from?: string;
  to?: string;
  reason: 'OFF_DUTY' | 'GONE' | 'MOVED';
  note?: string;
  at: string;
  takenAt?: string;
  acknowledgedBy?: string;
  acknowledgedAt?: string;
}

export interface Message {
  id: string;
  from: 'PROCTOR' | 'CANDIDATE';
  /** Of the proctor. */
  name?: string;
  text: string;
  at: string;
  readAt?: string;
}

export interface Flag extends TileFlag {
  id: string;
  /** A rule, or `staff:` and an account name. */
  by: string;
  detail?: string;
}

export function isOver({ state }: Tile): boolean {
  return state === 'COMPLETED' || state === 'TERMINATED' || state === 'EXPIRED';
}

/** Whether there is live media to be had of this attempt. */
export function isWatchable(tile: Tile): boolean {
  return !isOver(tile) && tile.state !== 'AWAITING';
}

/** Where a candidate sits; the room is named only where a wall shows several. */
export function place({ roomNumber, seat }: Tile, severalRooms: boolean): string {
  return severalRooms ? `room ${roomNumber}, seat ${seat}` : `seat ${seat}`;
}

/** ` · attempt 2`, behind the place of whoever sits the exam again. */
export function attemptWords({ number }: Tile): string {
  return number === 1 ? '' : ` · attempt ${number}`;
}

/** ` · 15 min more`, behind the place of whoever was given time. */
export function extraWords({ extraSeconds }: Tile): string {
  return extraSeconds === 0 ? '' : ` · ${Math.round(extraSeconds / 60)} min more`;
}
