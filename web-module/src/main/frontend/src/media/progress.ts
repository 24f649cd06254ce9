import type { Track } from './policy';
import type { Segment, Take } from './take';

/**
 * IDLE: all that was cut is held, more will come. UPLOADING: on its way. WAITING: the network or the server is away,
 * tried again by itself. NO_TOKEN: nobody lets us upload now. OTHER_PAGE: another page of this browser does it.
 * REFUSED: what is left, the server does not want. COMPLETE: every take is closed, every segment held.
 */
export type UploadState = 'IDLE' | 'UPLOADING' | 'WAITING' | 'NO_TOKEN' | 'OTHER_PAGE' | 'REFUSED' | 'COMPLETE';

export interface TrackProgress {
  /** Segments this browser has cut since it last forgot, held ones included. */
  segmentsKept: number;
  segmentsHeld: number;
}

/** How far the upload of an attempt is, from what stands in this browser's store. */
export interface Progress extends TrackProgress {
  bytesLeft: number;
  tracks: Partial<Record<Track, TrackProgress>>;
  /** Server time of the last proof that something is held, in this page life. */
  lastHeldAt?: number;
  /** Segments of which the server holds another version. */
  mismatched: number;
  /** Why takes are refused, by their problem codes. */
  refusals: string[];
  state: UploadState;
}

/** A take with all its segments that are not held. */
export interface Kept {
  take: Take;
  segments: Segment[];
}

export function progressOf(kept: Kept[]): Omit<Progress, 'state' | 'refusals'> {
  const progress = { segmentsKept: 0, segmentsHeld: 0, bytesLeft: 0, mismatched: 0, tracks: {} as Progress['tracks'] };
  for (const { take, segments } of kept) {
    const held = take.nextSequence - segments.length;
    const track = (progress.tracks[take.track] ??= { segmentsKept: 0, segmentsHeld: 0 });
    for (const sum of [progress, track]) {
      sum.segmentsKept += take.nextSequence;
      sum.segmentsHeld += held;
    }
    progress.bytesLeft += segments.reduce((sum, segment) => sum + segment.bytes, 0);
    progress.mismatched += segments.filter((segment) => segment.mismatch !== undefined).length;
  }
  return progress;
}

/** Several uploads as one; the first that is not complete says how it stands. */
export function together([first, ...others]: Progress[]): Progress | undefined {
  if (first === undefined) return undefined;
  return others.reduce((sum, one) => {
    const lastHeldAt = Math.max(sum.lastHeldAt ?? 0, one.lastHeldAt ?? 0);
    return {
      segmentsKept: sum.segmentsKept + one.segmentsKept,
      segmentsHeld: sum.segmentsHeld + one.segmentsHeld,
      bytesLeft: sum.bytesLeft + one.bytesLeft,
      tracks: tracksTogether(sum.tracks, one.tracks),
      ...(lastHeldAt === 0 ? {} : { lastHeldAt }),
      mismatched: sum.mismatched + one.mismatched,
      refusals: [...new Set([...sum.refusals, ...one.refusals])],
      state: sum.state === 'COMPLETE' ? one.state : sum.state,
    };
  }, first);
}

function tracksTogether(one: Progress['tracks'], other: Progress['tracks']): Progress['tracks'] {
  const sum = { ...one };
  for (const track of Object.keys(other) as Track[]) {
    const { segmentsKept = 0, segmentsHeld = 0 } = one[track] ?? {};
    const more = other[track];
    if (more === undefined) continue;
    sum[track] = {
      segmentsKept: segmentsKept + more.segmentsKept,
      segmentsHeld: segmentsHeld + more.segmentsHeld,
    };
  }
  return sum;
}

/** Whether nothing will ever come or go again for these takes. */
export function isComplete(kept: Kept[]): boolean {
  return kept.every(({ take, segments }) => take.ended !== undefined && take.closed === true && segments.length === 0);
}
