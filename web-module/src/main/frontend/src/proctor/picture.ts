import { element, must, say, show } from '../kernel/dom';
import type { Plate } from './plate';

/** A live picture and the plate that covers it. It knows when the newest frame was shown. */
export class Picture {
  readonly #video: HTMLVideoElement;
  readonly #plate: HTMLElement;
  readonly #icon: HTMLElement;
  readonly #words: HTMLElement;
  readonly #now: () => number;
  readonly #ended = new AbortController();
  #frameAt: number | undefined;

  constructor(root: ParentNode, now: () => number) {
    this.#video = must(root, 'video', HTMLVideoElement);
    this.#plate = must(root, '.kw-plate', HTMLElement);
    this.#icon = must(this.#plate, 'i', HTMLElement);
    this.#words = must(this.#plate, 'small', HTMLElement);
    this.#now = now;
    this.#video.muted = true; // The attribute does not survive cloning in every browser.
    this.#frames();
    // Nobody draws frames for a hidden page; that they stood still there means nothing.
    const { signal } = this.#ended;
    document.addEventListener('visibilitychange', () => this.#forgive(), { signal });
  }

  frameAt(): number | undefined {
    return this.#frameAt;
  }

  /** Shows a stream, or none; without one nothing is drawn. */
  show(stream: MediaStream | undefined): void {
    if (this.#video.srcObject === (stream ?? null)) return;
    this.#video.srcObject = stream ?? null;
    this.#frameAt = undefined;
    this.play();
  }

  /** An element that was moved in the page stands still until it is told. */
  play(): void {
    if (this.#video.srcObject !== null && this.#video.paused) this.#video.play().catch(() => undefined);
  }

  cover(plate: Plate | undefined): void {
    show(this.#plate, plate !== undefined);
    if (plate === undefined) return;
    this.#icon.className = `kw-i kw-i-${plate.icon}`;
    say(this.#words, plate.words);
  }

  /** A copy of what is shown, no wider than that; undefined while nothing is. */
  still(widest = Infinity): HTMLCanvasElement | undefined {
    const { videoWidth, videoHeight } = this.#video;
    if (videoWidth === 0 || this.#frameAt === undefined) return undefined;
    const copy = element('canvas', { attributes: { role: 'img', 'aria-label': 'Still' } });
    copy.width = Math.min(videoWidth, widest);
    copy.height = Math.round((copy.width * videoHeight) / videoWidth);
    copy.getContext('2d')?.drawImage(this.#video, 0, 0, copy.width, copy.height);
    return copy;
  }

  /** Width and height of what comes, while something does. */
  size(): string | undefined {
    const { videoWidth, videoHeight } = this.#video;
    return videoWidth === 0 || this.#frameAt === undefined ? undefined : `${videoWidth} × ${videoHeight}`;
  }

  close(): void {
    this.#ended.abort();
    this.#video.srcObject = null;
  }

  #frames(): void {
    this.#video.requestVideoFrameCallback(() => {
      if (this.#ended.signal.aborted) return;
      this.#frameAt = this.#now();
      this.#frames();
    });
  }

  #forgive(): void {
    if (this.#frameAt !== undefined) this.#frameAt = this.#now();
  }
}

/** Bars of a sound's level, 0 to 5. */
export function showLevel(bars: HTMLElement, level: number): void {
  bars.className = `kw-lvl kw-l${level}`;
}

/** A state in open space: shape, word and tone. */
export function chip(icon: string, tone: string, words: string): HTMLElement {
  const sign = element('i', { class: `kw-i kw-i-${icon}`, attributes: { 'aria-hidden': 'true' } });
  return element('span', { class: `kw-st kw-chip kw-s-${tone}` }, sign, words);
}
