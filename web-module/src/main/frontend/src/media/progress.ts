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

/** Whether nothing will ever come or go again for these takes. */
export function isComplete(kept: Kept[]): boolean {
  return kept.every(({ take, segments }) => take.ended !== undefined && take.closed === true && segments.length === 0);
}
