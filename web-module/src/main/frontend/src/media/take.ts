import type { Clock } from '../kernel/clock';
import type { CutterMemory } from './cutter';
import type { Cause, CloseReason, Track } from './policy';

/** What this browser says about the time before a take. */
export interface Before {
  cause: Cause;
  /** When recording stopped, in server time. */
  at: number;
}

/** What the server was told about a take. Written down before it is sent, and never changed after that. */
export interface Announcement {
  track: Track;
  mimeType: string;
  startedAt: string;
  sliceMillis: number;
  before?: { cause: Cause; at: string };
}

/** One run of one recorder in one page life, as this browser keeps it. */
export interface Take {
  takeId: string;
  attemptId: string;
  track: Track;
  mimeType: string;
  sliceMillis: number;
  segmentMillis: number;
  /** How long after the attempt the server takes something; absent in takes of an earlier version of this page. */
  lateMillis?: number;
  /** Moment of the first sample by the device's own clock. */
  startedByDevice: number;
  /** The same in server time, once the server was heard. */
  startedAt?: number;
  before?: Before;
  /** Offset up to which the take's bytes are in segments. */
  cutTo: number;
  nextSequence: number;
  /** Media time since the first sample, up to the end of the last segment. */
  endMillis: number;
  memory?: CutterMemory;
  ended?: { lastSequence: number; reason: CloseReason };
  announcement?: Announcement;
  announced?: boolean;
  closed?: boolean;
}

/** One immutable piece of a take that the server does not hold yet; its bytes are kept beside it. */
export interface Segment {
  takeId: string;
  sequence: number;
  bytes: number;
  sha256: string;
  startMillis: number;
  durationMillis: number;
  /** The hash that the server holds under this sequence instead; such a segment is kept and not sent again. */
  mismatch?: string;
}

/** Bytes as the recorder handed them over, by their offset in the take. */
export interface Slice {
  takeId: string;
  from: number;
  data: ArrayBuffer;
}

/** What a page knows when it makes a take. */
export type NewTake = Pick<
  Take,
  | 'takeId'
  | 'attemptId'
  | 'track'
  | 'mimeType'
  | 'sliceMillis'
  | 'segmentMillis'
  | 'lateMillis'
  | 'startedByDevice'
  | 'before'
>;

/**
 * When the take's first sample was, in server time. A take begun before the server was heard, in a page life that is
 * over, is dated by what the device's clock is off now.
 */
export function startedAt(take: Take, clock: Clock): number {
  return take.startedAt ?? take.startedByDevice + clock.now() - deviceNow();
}

/** When the take's last segment ended, in server time. */
export function endedAt(take: Take, clock: Clock): number {
  return startedAt(take, clock) + take.endMillis;
}

/** The device's clock as it was when the page began, carried on by the monotonic one. */
export function deviceNow(): number {
  return performance.timeOrigin + performance.now();
}
