import { createClock, type Clock } from '../../src/kernel/clock';
import type { Timing } from '../../src/kernel/timing';
import type { Piece } from '../../src/media/cutter';
import { Takes } from '../../src/media/takes';

let stores = 0;

/** A store of its own for every test. */
export function aStore(): { name: string; takes: Takes } {
  stores += 1;
  const name = `store-${stores}`;
  return { name, takes: new Takes(name) };
}

export const ATTEMPT = 'attempt-1';

export function aClock(timing: Timing): Clock {
  const clock = createClock(timing, 0);
  clock.learn('2026-11-22T09:00:00.000Z', timing.now(), timing.now());
  return clock;
}

export function aTake(takeId: string): Parameters<Takes['begin']>[0] {
  const startedByDevice = performance.timeOrigin + performance.now();
  return {
    takeId,
    attemptId: ATTEMPT,
    track: 'camera',
    mimeType: 'video/mp4',
    sliceMillis: 250,
    segmentMillis: 4000,
    startedByDevice,
  };
}

/** Segments that follow one another, four seconds each, with bytes that tell them apart. */
export function pieces(first: number, count: number): Piece[] {
  return Array.from({ length: count }, (_, index) => {
    const sequence = first + index;
    return { bytes: new Uint8Array(100 + sequence).fill(sequence), startMillis: sequence * 4000, durationMillis: 4000 };
  });
}

/** A take with that many segments, ended or still recording. */
export async function recorded(
  takes: Takes,
  takeId: string,
  count: number,
  ended = true,
  startedAt: number | null = Date.parse('2026-11-22T09:00:00Z'),
): Promise<void> {
  await takes.begin(aTake(takeId));
  const all = pieces(0, count);
  const to = all.reduce((sum, piece) => sum + piece.bytes.length, 0);
  const end = ended ? { end: 'FINISHED' as const } : {};
  await takes.cut(takeId, {
    from: 0,
    to,
    pieces: all,
    memory: { tracks: {} },
    startedAt: startedAt ?? undefined,
    ...end,
  });
}

export function bytesOf(count: number): Buffer {
  return Buffer.concat(pieces(0, count).map((piece) => piece.bytes));
}
