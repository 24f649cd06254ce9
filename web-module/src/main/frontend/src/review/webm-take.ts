import { createBackoff } from '../kernel/backoff';
import { pageTiming, pause } from '../kernel/timing';
import { webmHeader, type WebmHeader } from '../media/webm-header';
import type { Piece } from './line';
import { sourceOf } from './sources';
import { troubleOf, type TakeMedia, type TakeMediaOptions } from './take-media';

const LOOK_MILLIS = 200;
/** A store that has not sent a segment by then is away. */
const FETCH_MILLIS = 8_000;
const BEHIND_SECONDS = 90;
/** How far media is fetched ahead, at normal speed; faster ones need more. */
const AHEAD_SECONDS = 20;
/** The sound of a take may begin a little after its picture; the player must not wait there for ever. */
const LATE_START_SECONDS = 1;

/** A take in WebM: its segments go into the browser's own buffer as they are, at the places that the index names. */
export class WebmTake implements TakeMedia {
  readonly takeId: string;
  readonly #options: TakeMediaOptions;
  readonly #source = new MediaSource();
  readonly #address: string;
  readonly #closing = new AbortController();
  readonly #backoff = createBackoff({ firstMillis: 500, capMillis: 8_000 });
  readonly #barren = new Set<number>();
  #pieces: readonly Piece[];
  #last = -1;

  constructor(options: TakeMediaOptions) {
    this.takeId = options.takeId;
    this.#options = options;
    this.#pieces = options.pieces;
    this.#address = URL.createObjectURL(this.#source);
    options.video.src = this.#address;
    this.seek(options.at);
    this.#source.addEventListener('sourceopen', () => void this.#feed(), { once: true });
  }

  seek(at: number): void {
    this.#options.video.currentTime = Math.max(0, (at - this.#options.zero) / 1000);
  }

  toExam(mediaSeconds: number): number {
    return this.#options.zero + mediaSeconds * 1000;
  }

  update(pieces: readonly Piece[]): void {
    this.#pieces = pieces;
  }

  close(): void {
    this.#closing.abort();
    this.#options.video.removeAttribute('src');
    this.#options.video.load();
    URL.revokeObjectURL(this.#address);
  }

  #isClosed(): boolean {
    return this.#closing.signal.aborted;
  }

  async #feed(): Promise<void> {
    let buffer: SourceBuffer | undefined;
    let header: WebmHeader | undefined;
    while (!this.#isClosed()) {
      try {
        header ??= await this.#header();
        buffer ??= this.#begin(header);
        const busy = await this.#step(buffer, header);
        if (!busy) await pause(pageTiming, LOOK_MILLIS, this.#closing.signal);
      } catch (problem) {
        if (this.#isClosed()) return;
        this.#options.onTrouble(problem instanceof Refusal ? troubleOf(problem.status, problem.url) : 'UNPLAYABLE');
        await pause(pageTiming, this.#backoff.next(), this.#closing.signal);
      }
    }
  }

  /** Where somebody cut it right before its first cluster, the next segment has that. */
  async #header(): Promise<WebmHeader> {
    const first = await this.#fetch(0);
    const header = webmHeader(first) ?? webmHeader(joined(first, await this.#fetch(1)));
    if (header === undefined) throw new Error('The take has no header that can be read');
    return header;
  }

  #begin(header: WebmHeader): SourceBuffer {
    const buffer = this.#source.addSourceBuffer(header.type);
    buffer.timestampOffset = -header.zeroMillis / 1000;
    return buffer;
  }

  /** Brings in the next piece that is missing before or soon after the moment shown. False: nothing to do now. */
  async #step(buffer: SourceBuffer, header: WebmHeader): Promise<boolean> {
    this.#setLength(buffer);
    this.#leap();
    const piece = this.#wanted(buffer);
    if (piece === undefined) return false;
    const bytes = await this.#fetch(piece.sequence);
    if (piece.sequence !== this.#last + 1) {
      buffer.abort();
      if (piece.sequence !== 0) await this.#append(buffer, header.bytes);
    }
    await this.#append(buffer, bytes);
    this.#last = piece.sequence;
    if (!isBuffered(buffer.buffered, this.#middle(piece))) this.#barren.add(piece.sequence);
    this.#backoff.reset();
    this.#options.onTrouble(undefined);
    await this.#forget(buffer);
    return true;
  }

  #wanted(buffer: SourceBuffer): Piece | undefined {
    const { video } = this.#options;
    const from = this.toExam(video.currentTime);
    const to = from + AHEAD_SECONDS * 1000 * Math.max(1, video.playbackRate);
    return this.#pieces.find(
      (piece) =>
        piece.to > from &&
        piece.from < to &&
        !this.#barren.has(piece.sequence) &&
        !isBuffered(buffer.buffered, this.#middle(piece)),
    );
  }

  #middle(piece: Piece): number {
    return ((piece.from + piece.to) / 2 - this.#options.zero) / 1000;
  }

  async #fetch(sequence: number): Promise<Uint8Array<ArrayBuffer>> {
    const { path, headers } = sourceOf(this.#options, sequence);
    const url = `${this.#options.base}/${path}`;
    const signal = AbortSignal.any([this.#closing.signal, AbortSignal.timeout(FETCH_MILLIS)]);
    const response = await fetch(url, { headers, signal }).catch(() => undefined);
    if (response?.ok !== true) throw new Refusal(response?.status ?? 0, response?.url ?? url);
    return new Uint8Array(await response.arrayBuffer());
  }

  async #append(buffer: SourceBuffer, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    buffer.appendBuffer(bytes);
    await this.#settled(buffer);
  }

  async #forget(buffer: SourceBuffer): Promise<void> {
    const until = this.#options.video.currentTime - BEHIND_SECONDS;
    if (until <= 0 || buffer.buffered.length === 0 || buffer.buffered.start(0) > until - BEHIND_SECONDS) return;
    buffer.remove(0, until);
    await this.#settled(buffer);
  }

  #settled(buffer: SourceBuffer): Promise<void> {
    if (!buffer.updating) return Promise.resolve();
    return new Promise((resolve, reject) => {
      buffer.addEventListener('error', () => reject(new Error('The browser cannot play these bytes')), { once: true });
      buffer.addEventListener('updateend', () => resolve(), { once: true });
    });
  }

  #setLength(buffer: SourceBuffer): void {
    const end = this.#pieces.at(-1)?.to;
    if (end === undefined || buffer.updating || this.#source.readyState !== 'open') return;
    const seconds = (end - this.#options.zero) / 1000;
    if (!(this.#source.duration >= seconds)) this.#source.duration = seconds;
  }

  #leap(): void {
    const { video } = this.#options;
    if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) return;
    for (let i = 0; i < video.buffered.length; i += 1) {
      const ahead = video.buffered.start(i) - video.currentTime;
      if (ahead > 0 && ahead < LATE_START_SECONDS) video.currentTime = video.buffered.start(i) + 0.001;
    }
  }
}

class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly url: string,
  ) {
    super(`${url} answered ${status}`);
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

function isBuffered(ranges: TimeRanges, seconds: number): boolean {
  for (let i = 0; i < ranges.length; i += 1) {
    if (ranges.start(i) <= seconds && seconds < ranges.end(i)) return true;
  }
  return false;
}
