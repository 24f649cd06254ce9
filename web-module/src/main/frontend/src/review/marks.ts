import type { Track } from '../media/policy';
import { covers, coverWords, type Cover } from './copies';
import type { Flag, Gap, Message, Note, Pause, Sighting, Timeline, TrackReport } from './facts';
import { gapTone, gapWords, witnessWords } from './gap-words';

export type MarkKind = 'flag' | 'gap' | 'note' | 'message' | 'presence' | 'pause' | 'still';
export type Tone = 'info' | 'warn' | 'bad' | 'idle' | 'ask' | 'ok';

/** A line that ends so near the end of the attempt was not lost. */
const PARTING_MILLIS = 2_000;

/** Something that happened, at its moment. */
export interface Mark {
  kind: MarkKind;
  at: number;
  to?: number;
  tone: Tone;
  icon: string;
  title: string;
  text: string;
  /** A word for the tone, where there is one. */
  word?: string;
  track?: Track;
  id?: string;
  /** What copies show of a gap. */
  covers?: Cover[];
}

/** Everything that happened, in the order of time. */
export function marksOf(timeline: Timeline): Mark[] {
  return [
    ...timeline.flags.map(flagMark),
    ...timeline.tracks.flatMap((report) => report.gaps.map((gap) => gapMark(gap, report))),
    ...timeline.notes.map(noteMark),
    ...timeline.messages.map(messageMark),
    ...timeline.sightings.filter((sighting) => !isOfTheEnd(sighting, timeline)).map(sightingMark),
    ...timeline.pauses.map(pauseMark),
    ...endMarks(timeline),
  ].sort((a, b) => a.at - b.at);
}

/** Too many for a list of what happened: they stand on the timeline, and beside the picture. */
export function stillMarks({ stills }: Timeline): Mark[] {
  return stills.map(({ at, id }) => {
    const words = { title: 'Seen on the wall', text: '' };
    return { kind: 'still', at: Date.parse(at), tone: 'idle', icon: 'eye', ...words, id };
  });
}

export const trackNames: Record<Track, string> = { camera: 'Camera', screen: 'Screen' };

export function severity(value: number): { word: string; tone: Tone; bars: number } {
  if (value < 0.35) return { word: 'notice', tone: 'info', bars: 1 };
  return value < 0.7 ? { word: 'concern', tone: 'warn', bars: 2 } : { word: 'serious', tone: 'bad', bars: 3 };
}

/** `SECOND_VOICE` reads as `Second voice`. */
export function codeWords(code: string): string {
  const words = code.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function flagMark(flag: Flag): Mark {
  const { word, tone } = severity(flag.severity);
  const by = flag.by.startsWith('staff:') ? `By ${flag.by.slice('staff:'.length)}.` : `Rule ${flag.by}.`;
  const text = flag.detail === undefined ? by : `${sentence(flag.detail)} ${by}`;
  return {
    kind: 'flag',
    at: Date.parse(flag.at),
    tone,
    icon: 'flag',
    title: codeWords(flag.reason),
    text,
    word,
    id: flag.id,
  };
}

/** Rules say a few words, people whole sentences. */
export function sentence(words: string): string {
  return /[\p{L}\p{N})\]]$/u.test(words) ? `${words}.` : words;
}

function gapMark(gap: Gap, { track, sources }: TrackReport): Mark {
  return {
    kind: 'gap',
    at: Date.parse(gap.from),
    to: Date.parse(gap.to),
    tone: gapTone(gap),
    icon: 'alert',
    title: `${trackNames[track]}: gap`,
    text: `${gapWords(gap, track)}. ${witnessWords(gap)} ${coverWords(gap, sources)}`.trim(),
    covers: covers(gap, sources),
    track,
  };
}

function noteMark(note: Note): Mark {
  const title = note.by === undefined ? 'Note' : `Note by ${note.by}`;
  return { kind: 'note', at: Date.parse(note.at), tone: 'idle', icon: 'note', title, text: note.text, id: note.id };
}

function messageMark(message: Message): Mark {
  const candidate = message.from === 'CANDIDATE';
  const title = candidate ? 'From the candidate' : `From ${message.name ?? 'the proctor'}`;
  const unread = message.readAt === undefined ? ' Not read.' : '';
  return {
    kind: 'message',
    at: Date.parse(message.at),
    tone: candidate ? 'ask' : 'info',
    icon: 'chat',
    title,
    text: `“${message.text}”${unread}`,
    id: message.id,
  };
}

const sightings: Record<string, [Tone, string, string]> = {
  JOINED: ['ok', 'user', 'Joined'],
  CONNECTED: ['ok', 'dot', 'Connected'],
  DISCONNECTED: ['warn', 'half', 'Connection lost'],
  SUPERSEDED: ['warn', 'swap', 'Another page took over'],
  TAKEOVER_ASKED: ['warn', 'swap', 'Another browser asked to go on'],
  TAKEOVER_REFUSED: ['warn', 'lock', 'The other browser was not let in'],
  TAKEN_OVER: ['warn', 'swap', 'Another browser took over'],
  PAGE_LEFT: ['warn', 'back', 'Page left'],
  DEVICE_DENIED: ['bad', 'micoff', 'Device not allowed'],
  DEVICE_ENDED: ['bad', 'silent', 'Device ended'],
  DEVICE_MUTED: ['warn', 'silent', 'Device gives nothing'],
  DEVICE_BACK: ['ok', 'cam', 'Device is back'],
  VIRTUAL_CAMERA: ['info', 'cam', 'Camera’s name points to software'],
  STORAGE_LOW: ['warn', 'disk', 'Device storage is low'],
  STORAGE_FULL: ['bad', 'disk', 'Device storage is full'],
  RECORDER_ERROR: ['bad', 'rec', 'Recorder failed'],
};

function sightingMark(sighting: Sighting): Mark {
  const [tone, icon, title] = sightings[sighting.kind] ?? ['idle', 'info', codeWords(sighting.kind)];
  const track = sighting.track === undefined ? '' : `${trackNames[sighting.track]}. `;
  return {
    kind: 'presence',
    at: Date.parse(sighting.at),
    tone,
    icon,
    title,
    text: `${track}${sighting.detail ?? ''}`.trim(),
  };
}

/** Who has finished closes the page: that the line ended as well is no news. */
function isOfTheEnd({ kind, at }: Sighting, { endedAt }: Timeline): boolean {
  return kind === 'DISCONNECTED' && endedAt !== undefined && Date.parse(at) > Date.parse(endedAt) - PARTING_MILLIS;
}

const endings: Record<string, [Tone, string, string]> = {
  COMPLETED: ['ok', 'check', 'Finished'],
  EXPIRED: ['idle', 'clock', 'Time ran out'],
  TERMINATED: ['bad', 'lock', 'Ended by a proctor'],
};

function endMarks({ state, endedAt }: Timeline): Mark[] {
  const ending = endings[state];
  if (ending === undefined || endedAt === undefined) return [];
  const [tone, icon, title] = ending;
  return [{ kind: 'presence', at: Date.parse(endedAt), tone, icon, title, text: '' }];
}

function pauseMark(pause: Pause): Mark {
  const by = pause.byWhom === undefined ? '' : ` by ${pause.byWhom.replace(/^staff:/, '')}`;
  return {
    kind: 'pause',
    at: Date.parse(pause.fromAt),
    ...(pause.toAt === undefined ? {} : { to: Date.parse(pause.toAt) }),
    tone: 'idle',
    icon: 'pause',
    title: `Paused${by}`,
    text: pause.reason ?? '',
  };
}
