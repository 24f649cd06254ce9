import Hls, { type ErrorData, type LevelDetails } from 'hls.js/light';
import { createBackoff, type Backoff } from '../kernel/backoff';
import { toExam, toMedia, type Mapped } from './mapping';
import { HOLE_SECONDS } from './standstill';
import { troubleOf, type TakeMedia, type TakeMediaOptions } from './take-media';

/** Media kept behind the moment shown, so that stepping back needs no loading. */
const BEHIND_SECONDS = 90;
const AHEAD_SECONDS = 40;

/** A store that answers nothing for this long is away, and the reviewer hears of it. */
const fragLoadPolicy = {
  default: {
    maxTimeToFirstByteMs: 6_000,
    maxLoadTimeMs: 30_000,
    timeoutRetry: { maxNumRetry: 2, retryDelayMs: 0, maxRetryDelayMs: 0 },
    errorRetry: { maxNumRetry: 3, retryDelayMs: 1_000, maxRetryDelayMs: 4_000 },
  },
};

/** A take in fragmented MP4, played by hls.js from its playlist, which may still grow. */
export class HlsTake implements TakeMedia {
  readonly takeId: string;
  readonly #options: TakeMediaOptions;
  readonly #hls: Hls;
  readonly #backoff: Backoff = createBackoff({ firstMillis: 500, capMillis: 8_000 });
  #parts: Mapped[] = [];
  #wanted: number | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(options: TakeMediaOptions) {
    this.takeId = options.takeId;
    this.#options = options;
    this.#wanted = options.at;
    this.#hls = new Hls({
      // The content policy refuses workers from blobs, and fragmented MP4 needs no work.
      enableWorker: false,
      startPosition: Math.max(0, (options.at - (options.pieces[0]?.from ?? options.zero)) / 1000),
      maxBufferLength: AHEAD_SECONDS,
      backBufferLength: BEHIND_SECONDS,
      maxBufferHole: HOLE_SECONDS,
      startFragPrefetch: true,
      fragLoadPolicy,
    });
    this.#listen();
    this.#hls.loadSource(`${options.base}/${options.track}.m3u8?take=${options.takeId}`);
    this.#hls.attachMedia(options.video);
  }

  seek(at: number): void {
    const media = toMedia(this.#parts, at);
    this.#wanted = media === undefined ? at : undefined;
    if (media !== undefined) this.#options.video.currentTime = media;
  }

  toExam(mediaSeconds: number): number | undefined {
    return this.#wanted === undefined ? toExam(this.#parts, mediaSeconds) : undefined;
  }

  update(): void {
    // hls.js asks for the playlist by itself.
  }

  close(): void {
    clearTimeout(this.#retry);
    this.#hls.destroy();
  }

  #listen(): void {
    const { Events } = Hls;
    this.#hls.on(Events.LEVEL_UPDATED, (_, { details }) => this.#map(details));
    this.#hls.on(Events.LEVEL_PTS_UPDATED, (_, { details }) => this.#map(details));
    this.#hls.on(Events.FRAG_BUFFERED, () => this.#recovered());
    this.#hls.on(Events.ERROR, (_, data) => this.#failed(data));
  }

  #map(details: LevelDetails): void {
    this.#parts = details.fragments.map((fragment) => ({
      media: fragment.start,
      exam: fragment.programDateTime ?? this.#options.zero + fragment.start * 1000,
    }));
    if (this.#wanted !== undefined && this.#parts.length > 0) this.seek(this.#wanted);
  }

  #recovered(): void {
    this.#backoff.reset();
    this.#options.onTrouble(undefined);
  }

  /** hls.js tries a few times by itself; the reviewer hears of it at once, and we never give up. */
  #failed(data: ErrorData): void {
    const { ErrorTypes } = Hls;
    if (data.type === ErrorTypes.NETWORK_ERROR) {
      const trouble = troubleOf(data.response?.code ?? 0, data.frag === undefined ? '' : data.frag.url);
      this.#options.onTrouble(trouble);
      if (data.fatal && trouble !== 'SIGNED_OUT') this.#tryAgain();
    } else if (data.fatal && data.type === ErrorTypes.MEDIA_ERROR) {
      this.#options.onTrouble('UNPLAYABLE');
      if (this.#backoff.tries() < 3) this.#hls.recoverMediaError();
      this.#backoff.next();
    }
  }

  #tryAgain(): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => {
      if (this.#parts.length === 0) this.#hls.loadSource(this.#hls.url ?? '');
      else this.#hls.startLoad();
    }, this.#backoff.next());
  }
}
