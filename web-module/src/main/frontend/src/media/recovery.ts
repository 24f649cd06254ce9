import type { Clock } from '../kernel/clock';
import { Cutter, type Piece } from './cutter';
import { pageWasLeft } from './leaving';
import { hold, holdIfFree, takeLock, type Locks } from './locks';
import type { Cause, Track } from './policy';
import { endedAt, type Take } from './take';
import type { Takes } from './takes';

/** A take that an earlier page life could not end, and what this browser believes about why. */
export interface Interrupted {
  attemptId: string;
  takeId: string;
  track: Track;
  cause: Cause;
  /** When its last complete unit ended, in server time. */
  at: number;
}

export interface RecoveryOptions {
  takes: Takes;
  clock: Clock;
  locks?: Locks;
  /** Whether the page of this take said farewell before it went. */
  wasLeft?: (takeId: string) => boolean;
  /** Ends the waiting for takes that other pages record. */
  signal?: AbortSignal;
}

/**
 * Ends the takes of earlier page lives: their tails are cut, and with their last sequence known they can be closed. A
 * take whose lock is held is still being recorded, by another page or by one that is just going; it is recovered as soon
 * as its page has gone.
 */
export async function recoverTakes(options: RecoveryOptions): Promise<Interrupted[]> {
  const { takes, locks = navigator.locks, signal } = options;
  const interrupted: Interrupted[] = [];
  for (const { takeId, ended } of await takes.all()) {
    if (ended !== undefined) continue;
    const release = await holdIfFree(locks, takeLock(takeId));
    if (release !== undefined) interrupted.push(...(await recover(options, takeId).finally(release)));
    else if (signal !== undefined) void recoverLater(options, takeId, signal).catch(() => undefined);
  }
  return interrupted;
}

/** The one that an attempt's track lost last; undefined: it lost none. */
export function lastOf(interrupted: Interrupted[], attemptId: string, track: Track): Interrupted | undefined {
  const own = interrupted.filter((take) => take.attemptId === attemptId && take.track === track);
  return own.sort((a, b) => a.at - b.at).at(-1);
}

async function recoverLater(options: RecoveryOptions, takeId: string, signal: AbortSignal): Promise<void> {
  const release = await hold(options.locks ?? navigator.locks, takeLock(takeId), signal);
  await recover(options, takeId).finally(release);
}

async function recover(
  { takes, clock, wasLeft = pageWasLeft }: RecoveryOptions,
  takeId: string,
): Promise<Interrupted[]> {
  const take = (await takes.all()).find((one) => one.takeId === takeId);
  if (take === undefined || take.ended !== undefined) return []; // Recovered by another page meanwhile.
  const cutter = cutterAfter(take);
  const pieces = await readTail(takes, take, cutter);
  await takes.cut(takeId, { from: take.cutTo, to: cutter.cutTo, pieces, memory: cutter.memory, end: 'PAGE_LEFT' });
  const last = pieces.at(-1);
  const endMillis = last === undefined ? take.endMillis : last.startMillis + last.durationMillis;
  const cause = wasLeft(takeId) ? 'PAGE_RELOAD' : 'BROWSER_GONE';
  return [{ attemptId: take.attemptId, takeId, track: take.track, cause, at: endedAt({ ...take, endMillis }, clock) }];
}

function cutterAfter({ mimeType, segmentMillis, sliceMillis, cutTo, memory }: Take): Cutter {
  return new Cutter({ mimeType, segmentMillis, sliceMillis, from: cutTo, memory });
}

/** Slices are whole, a cut may have ended inside one: what is in a segment already is skipped. */
async function readTail(takes: Takes, take: Take, cutter: Cutter): Promise<Piece[]> {
  const pieces: Piece[] = [];
  let to = take.cutTo;
  for (const slice of await takes.slices(take.takeId)) {
    if (slice.from > to) break; // A slice was never written: what follows it can't be read.
    pieces.push(...cutter.push(new Uint8Array(slice.data).subarray(to - slice.from)));
    to = slice.from + slice.data.byteLength;
  }
  return [...pieces, ...cutter.finish()];
}
