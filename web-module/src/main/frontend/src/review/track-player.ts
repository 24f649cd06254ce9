import type { Track } from '../media/policy';
import { HlsTake } from './hls-take';
import { nextFrom, piecesOf, stretchAt, type Stretch } from './line';
import type { Playable } from './player';
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
const END_MILLIS = 120;
/** A picture that stands this near the end and does not move is the last one. */
const NEARLY_MILLIS = 1_500;
const STALL_MILLIS = 700;

/** One track in one video element: whatever take has the moment is loaded into it. */
export class TrackPlayer implements Playable {
  readonly track: Track;
  readonly video: HTMLVideoElement;
  readonly #options: TrackPlayerOptions;
  #stretches: readonly Stretch[] = [];
  #media: TakeMedia | undefined;
  #trouble: Trouble | undefined;
  #stood: { at: number; since: number } = { at: -1, since: 0 };

  constructor(options: TrackPlayerOptions) {
    this.track = options.track;
    this.video = options.video;
    this.#options = options;
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
    this.#stood = { at: -1, since: 0 };
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
    if (playing === !this.video.paused || (playing && this.video.ended)) return;
    // A play that a new load interrupts is asked for again at the next tick.
    if (playing) this.video.play().catch(() => undefined);
    else this.video.pause();
  }

  position(): number | undefined {
    const { video } = this;
    const ready = !video.seeking && video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;
    return ready ? this.#media?.toExam(video.currentTime) : undefined;
  }

  isFlowing(): boolean {
    return this.video.readyState >= HTMLMediaElement.HAVE_FUTURE_DATA;
  }

  isAtEnd(at: number, now: number): boolean {
    const end = stretchAt(this.#stretches, at)?.to;
    if (end === undefined || at >= end - END_MILLIS) return true;
    if (this.#stood.at !== this.video.currentTime) this.#stood = { at: this.video.currentTime, since: now };
    const stands = this.video.ended || now - this.#stood.since > STALL_MILLIS;
    return stands && at >= end - NEARLY_MILLIS;
  }

  close(): void {
    this.#unload();
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
    const { takeId, zero } = stretch;
    const options: TakeMediaOptions = {
      takeId,
      video,
      base,
      track,
      zero,
      at,
      pieces: piecesOf(this.#stretches, takeId),
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
