import { age, counted, figure, timeOfDay } from '../../kernel/words';
import type { Handover } from '../tile';
import type { Present, ProctorLine, RoomLine, RoomsAnswer, SilenceLine } from './answer';

/** A wall beats every 5 s; who missed some is not there this moment. */
const THERE_MILLIS = 20_000;

/** Rooms where candidates sit and nobody looks. */
export function unwatched(rooms: readonly RoomLine[]): RoomLine[] {
  return rooms.filter(({ unwatchedSince, seated }) => unwatchedSince !== undefined && seated > 0);
}

/** `2 rooms with 32 candidates are unwatched.` Nothing while there are none. */
export function alarmWords(rooms: readonly RoomLine[]): string {
  const found = unwatched(rooms);
  if (found.length === 0) return '';
  const sitting = found.reduce((sum, { seated }) => sum + seated, 0);
  return `${counted(found.length, 'room')} with ${counted(sitting, 'candidate')} ${found.length === 1 ? 'is' : 'are'} unwatched.`;
}

/** What to do about unwatched rooms. */
export function remedyWords(proctors: readonly ProctorLine[]): string {
  return proctors.length === 0
    ? 'Nobody is on duty. Put somebody on duty, and they get the rooms at once.'
    : 'Put one more proctor on duty, and they get the rooms at once.';
}

/** `3 recordings are silent.` Nothing while there are none. */
export function silentWords(rooms: readonly RoomLine[]): string {
  const silent = rooms.reduce((sum, { now }) => sum + now.silent, 0);
  if (silent === 0) return '';
  return silent === 1 ? '1 candidate’s recording is silent.' : `${figure(silent)} candidates’ recordings are silent.`;
}

/** `Room 3, seat 7 · screen · 2:10`, behind the name. */
export function silenceWords({ candidate, track, since }: SilenceLine, now: number): string {
  return `Room ${candidate.room}, seat ${candidate.seat} · ${track} · ${age(now - Date.parse(since))}`;
}

export function seatWords({ seated, capacity }: RoomLine): string {
  return `${figure(seated)} of ${counted(capacity, 'seat')}`;
}

/** `20 connected · 2 missing`; an empty room says so. */
export function presentWords({ now, seated }: RoomLine): string {
  const parts: [keyof Present, string][] = [
    ['connected', 'connected'],
    ['missing', 'missing'],
    ['gone', 'gone'],
    ['unknown', 'presence unknown'],
    ['silent', 'silent'],
  ];
  const words = parts.filter(([key]) => now[key] > 0).map(([key, word]) => `${figure(now[key])} ${word}`);
  if (words.length > 0) return words.join(' · ');
  return seated === 0 ? 'Nobody sits here yet' : 'All exams here have ended';
}

export interface Sign {
  icon: string;
  tone: string;
  words: string;
}

/** Why somebody has to look at a room, if they do; who watches it is said by their names. */
export function roomSign({ seated, unwatchedSince }: RoomLine, now: number): Sign | undefined {
  if (unwatchedSince === undefined) return undefined;
  if (seated === 0) return { icon: 'eyeoff', tone: 'idle', words: 'Nobody watches, nobody sits here' };
  return { icon: 'eyeoff', tone: 'bad', words: `Unwatched for ${age(now - Date.parse(unwatchedSince))}` };
}

/** Whether a proctor is at the wall. */
export function proctorSign({ gone, heardAt }: ProctorLine, now: number): Sign {
  if (gone) {
    const since = heardAt === undefined ? '' : ` · ${age(now - Date.parse(heardAt))}`;
    return { icon: 'gone', tone: 'bad', words: `Gone${since}` };
  }
  if (heardAt === undefined) return { icon: 'ring', tone: 'idle', words: '– no sign yet' };
  const silent = now - Date.parse(heardAt);
  return silent < THERE_MILLIS
    ? { icon: 'dot', tone: 'ok', words: 'At the wall' }
    : { icon: 'half', tone: 'warn', words: `No sign · ${age(silent)}` };
}

/** `1, 3, 8`; somebody without a room is free. */
export function roomsWords({ rooms }: ProctorLine): string {
  return rooms.length === 0 ? 'free' : rooms.join(', ');
}

/** Why and when a room changed hands. */
export function handoverWords({ reason, at }: Handover): string {
  const time = timeOfDay(Date.parse(at));
  const words = {
    OFF_DUTY: `Off duty since ${time}.`,
    GONE: `Without a sign for too long, at ${time}.`,
    MOVED: `Moved by an administrator at ${time}.`,
  };
  return words[reason];
}

export function handoverSign({ to, acknowledgedBy, acknowledgedAt }: Handover): Sign {
  if (to === undefined) return { icon: 'eyeoff', tone: 'bad', words: 'Waits for somebody' };
  if (acknowledgedAt === undefined) return { icon: 'clock', tone: 'warn', words: 'Not yet acknowledged' };
  return {
    icon: 'check',
    tone: 'ok',
    words: acknowledgedBy === to ? 'Acknowledged' : `Acknowledged by ${acknowledgedBy ?? '–'}`,
  };
}

export interface Figures {
  rooms: [string, string];
  candidates: [string, string];
  proctors: [string, string];
  handovers: [string, string];
}

/** The figures above the rooms, each with what it is made of. */
export function figuresOf({ rooms, proctors, handovers, proctorsPerRoom }: RoomsAnswer): Figures {
  const sum = (key: keyof Present): number => rooms.reduce((all, { now }) => all + now[key], 0);
  const open = rooms.filter(({ unwatchedSince }) => unwatchedSince !== undefined).length;
  const parts = (['connected', 'missing', 'gone'] as const).map((key) => `${figure(sum(key))} ${key}`);
  if (sum('silent') > 0) parts.push(`${figure(sum('silent'))} silent`);
  const unread = handovers.filter(({ acknowledgedAt }) => acknowledgedAt === undefined).length;
  const free = proctors.filter((one) => one.rooms.length === 0).length;
  return {
    rooms: [
      figure(rooms.length),
      proctorsPerRoom === 0
        ? 'this exam has no proctors'
        : `${figure(rooms.length - open)} watched, ${figure(open)} not`,
    ],
    candidates: [figure(rooms.reduce((all, { seated }) => all + seated, 0)), parts.join(', ')],
    proctors: [figure(proctors.length), `on duty, ${figure(free)} free`],
    handovers: [
      figure(unread),
      unread === 0 ? 'all are acknowledged' : `${unread === 1 ? 'waits' : 'wait'} to be acknowledged`,
    ],
  };
}
