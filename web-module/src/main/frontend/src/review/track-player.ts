import { pageTiming } from '../kernel/timing';
import type { Track } from '../media/policy';
import { HlsTake } from './hls-take';
import { nextFrom, piecesOf, stretchAt, type Stretch } from './line';
import type { Playable } from './player';
import { Standstill } from './standstill';
import type { TakeMedia, TakeMediaOptions, Trouble } from './take-media';
import { WebmTake } from './webm-take';

export interface TrackPlayerOptions {
  track: Track;
  video: HTMLVideoElement;
  base: string;
  onTrouble: () => void;
  /** A frame is shown, of this moment. */
  onFrame: (at: number) => void;
}

/** The last picture of a stretch lasts a little shorter than the stretch. */
const END_MILLIS = 30;
/** A picture that stands this near the end and does not move is the last one. */
const NEARLY_MILLIS = 1_500;

/** One track in one video element: whatever take has the moment is loaded into it. */
export class TrackPlayer implements Playable {
  readonly track: Track;
  readonly video: HTMLVideoElement;
  readonly #options: TrackPlayerOptions;
  readonly #standstill: Standstill;
  #stretches: readonly Stretch[] = [];
  #media: TakeMedia | undefined;
  #trouble: Trouble | undefined;

  constructor(options: TrackPlayerOptions) {
    this.track = options.track;
    this.video = options.video;
    this.#options = options;
    this.#standstill = new Standstill(options.video);
    this.#watchFrames();
  }

  get stretches(): readonly Stretch[] {
    return this.#stretches;
  }

  get trouble(): Trouble | undefined {
    return this.#trouble;
  }

  update(stretches: readonly Stretch[]): void {
    this.#stretches = stretches;
    if (this.#media !== undefined) this.#media.update(piecesOf(stretches, this.#media.takeId));
  }

  /** Loads anew, because what was loaded has changed and not only grown. */
  renew(at: number): void {
    this.#unload();
    this.goTo(at);
  }

  isLoaded(at: number): boolean {
    return this.#media !== undefined && stretchAt(this.#stretches, at)?.takeId === this.#media.takeId;
  }

  nextFrom(at: number): number | undefined {
    return nextFrom(this.#stretches, at);
  }

  stretchAt(at: number): Stretch | undefined {
    return stretchAt(this.#stretches, at);
  }

  /** Shows a moment, in a while. A moment that nobody recorded leaves the last picture, which the page covers. */
  goTo(at: number): void {
    const stretch = stretchAt(this.#stretches, at);
    this.#standstill.reset();
    if (stretch === undefined) {
      this.video.pause();
    } else if (this.#media?.takeId === stretch.takeId) {
      this.#media.seek(at);
    } else {
      this.#unload();
      this.#media = this.#load(stretch, at);
    }
  }

  run(playing: boolean, rate: number): void {
    if (this.video.playbackRate !== rate) this.video.playbackRate = rate;
    this.video.defaultPlaybackRate = rate;
    if (playing && this.#standstill.isStuck(pageTiming.now())) this.#passHole();
    if (playing === !this.video.paused || (playing && this.video.ended)) return;
    // A play that a new load interrupts is asked for again at the next tick.
    if (playing) this.#standstill.reset();
    if (playing) this.video.play().catch(() => undefined);
    else this.video.pause();
  }

  position(): number | undefined {
    const { video } = this;
    const ready = !video.seeking && video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;
    const shown = ready || this.#standstill.isStuck(pageTiming.now());
    return shown ? this.#media?.toExam(video.currentTime) : undefined;
  }

  isFlowing(): boolean {
    return this.video.readyState >= HTMLMediaElement.HAVE_FUTURE_DATA;
  }

  isAtEnd(at: number): boolean {
    const end = stretchAt(this.#stretches, at)?.to;
    if (end === undefined || at >= end - END_MILLIS) return true;
    return at >= end - NEARLY_MILLIS && this.#standstill.isOver(pageTiming.now());
  }

  close(): void {
    this.#unload();
  }

  #passHole(): void {
    const behind = this.#standstill.behindHole();
    if (behind !== undefined) this.video.currentTime = behind;
  }

  #watchFrames(): void {
    this.video.requestVideoFrameCallback((_, frame) => {
      const at = this.#media?.toExam(frame.mediaTime);
      if (at !== undefined) this.#options.onFrame(at);
      this.#watchFrames();
    });
  }

  #load(stretch: Stretch, at: number): TakeMedia {
    const { video, base, track } = this.#options;
    const { takeId, zero, sources } = stretch;
    const options: TakeMediaOptions = {
      takeId,
      video,
      base,
      track,
      zero,
      at,
      pieces: piecesOf(this.#stretches, takeId),
      sources,
      onTrouble: (trouble) => this.#tell(trouble),
    };
    return stretch.mimeType.startsWith('video/mp4') ? new HlsTake(options) : new WebmTake(options);
  }

  #unload(): void {
    this.#media?.close();
    this.#media = undefined;
    this.#tell(undefined);
  }

  #tell(trouble: Trouble | undefined): void {
    if (trouble === this.#trouble) return;
    this.#trouble = trouble;
    this.#options.onTrouble();
  }
}
