import type { Piece } from './line';
import type { Sources } from './sources';

/** Why a take can't be played on right now. */
export type Trouble = 'STORE_AWAY' | 'SERVER_AWAY' | 'SIGNED_OUT' | 'UNPLAYABLE';

/** One take, loaded into a video element: knows which media time is which moment of the exam (milliseconds). */
export interface TakeMedia {
  readonly takeId: string;
  seek(at: number): void;
  toExam(mediaSeconds: number): number | undefined;
  /** More of it is held than before. */
  update(pieces: readonly Piece[]): void;
  close(): void;
}

export interface TakeMediaOptions {
  takeId: string;
  video: HTMLVideoElement;
  /** Address of the recording's calls: `/api/v1/attempts/…/recording`. */
  base: string;
  track: string;
  /** Server time of the take's first sample. */
  zero: number;
  pieces: readonly Piece[];
  sources: Sources;
  /** The moment to begin at. */
  at: number;
  onTrouble: (trouble: Trouble | undefined) => void;
}

/** What a refusal means: the media's address answers by the server, the bytes behind it come from the store. */
export function troubleOf(status: number, url: string): Trouble {
  if (status === 401) return 'SIGNED_OUT';
  const ours = url === '' || new URL(url, location.href).origin === location.origin;
  return ours && !/\/(segments|takes)\//.test(url) ? 'SERVER_AWAY' : 'STORE_AWAY';
}
