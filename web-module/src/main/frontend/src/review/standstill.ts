/** The part of a video element that tells whether it gets on. */
export type Moving = Pick<HTMLVideoElement, 'currentTime' | 'seeking' | 'ended' | 'readyState' | 'buffered'>;

/** A picture that stands this long and whose successor is not being loaded is the last one. */
const STALL_MILLIS = 700;
/** A seek that takes this long although its data is there waits for a frame that does not exist. */
const STUCK_MILLIS = 2_000;
/** Chromium's fragments call their last sample 33 ms long, however long it was: slow frames leave holes up to this. */
export const HOLE_SECONDS = 0.5;
const HAVE_FUTURE_DATA = 3;

/** Watches how long a video has stood at one moment, and knows the way out of a hole in its buffer. */
export class Standstill {
  readonly #video: Moving;
  #at = -1;
  #since = 0;

  constructor(video: Moving) {
    this.#video = video;
  }

  /** Begins to count anew: somebody asked for another moment. */
  reset(): void {
    this.#at = -1;
  }

  /** Whether no later picture will come. */
  isOver(now: number): boolean {
    return this.#video.ended || this.#stood(now) > STALL_MILLIS;
  }

  /** Whether the video has everything it needs to show this moment, and still does not. */
  isStuck(now: number): boolean {
    return this.#stood(now) > STUCK_MILLIS && this.#video.readyState < HAVE_FUTURE_DATA && this.#isBuffered();
  }

  /** Where the media goes on behind the hole, in its own seconds; undefined where there is none. */
  behindHole(): number | undefined {
    const { currentTime } = this.#video;
    return this.#ranges().find(([from]) => from > currentTime && from <= currentTime + HOLE_SECONDS)?.[0];
  }

  #stood(now: number): number {
    if (this.#at !== this.#video.currentTime) {
      this.#at = this.#video.currentTime;
      this.#since = now;
    }
    return now - this.#since;
  }

  #isBuffered(): boolean {
    const { currentTime } = this.#video;
    return this.#ranges().some(([from, to]) => from <= currentTime + HOLE_SECONDS && to >= currentTime - HOLE_SECONDS);
  }

  #ranges(): [number, number][] {
    const { buffered } = this.#video;
    return Array.from({ length: buffered.length }, (_, i) => [buffered.start(i), buffered.end(i)]);
  }
}
