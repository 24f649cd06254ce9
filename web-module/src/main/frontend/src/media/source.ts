import { createBackoff } from '../kernel/backoff';
import { pageTiming, type Timing } from '../kernel/timing';
import type { Cause, Fact, RecordingPolicy, Track } from './policy';

type Kind = 'video' | 'audio';

export interface SourceOptions {
  track: Track;
  kinds: readonly Kind[];
  /** Asks the browser for these kinds; rejects with its DOMException. */
  acquire: (kinds: readonly Kind[]) => Promise<MediaStream>;
  /** Whether a lost device is asked for again without the candidate's doing. */
  automatic: boolean;
  onFact?: (fact: Fact) => void;
  timing?: Timing;
}

/** A track that says nothing for a moment may only be slow to start; longer than this it is muted. */
const MUTED_AFTER_MILLIS = 1_000;

/**
 * A device that the candidate lets us use, kept through unplugging, muting and refusal. Recorder, live media and the
 * own picture all take their stream from here, so that they always show the same.
 */
export class Source {
  readonly track: Track;
  readonly #options: SourceOptions;
  readonly #timing: Timing;
  readonly #tracks = new Map<Kind, MediaStreamTrack>();
  readonly #muted = new Set<Kind>();
  readonly #listeners = new Set<() => void>();
  readonly #backoff = createBackoff({ firstMillis: 500, capMillis: 10_000 });
  readonly #ended = new AbortController();
  #stream: MediaStream | undefined;
  #cause: Cause | undefined;
  #opening: Promise<void> | undefined;

  constructor(options: SourceOptions) {
    this.track = options.track;
    this.#options = options;
    this.#timing = options.timing ?? pageTiming;
    if (!options.automatic) return;
    navigator.mediaDevices.addEventListener('devicechange', () => this.#reopen(), { signal: this.#ended.signal });
  }

  /** What can be recorded now: the live tracks, without a picture that is muted. */
  stream(): MediaStream | undefined {
    return this.#stream;
  }

  /** Why the stream last lost something. */
  lostBy(): Cause | undefined {
    return this.#cause;
  }

  /** Called whenever `stream()` gives another one; the answer ends it. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Asks for what is missing. Rejects with the browser's DOMException when it is refused. */
  open(): Promise<void> {
    this.#opening ??= this.#acquire().finally(() => {
      this.#opening = undefined;
    });
    return this.#opening;
  }

  close(): void {
    this.#ended.abort();
    for (const track of this.#tracks.values()) track.stop();
    this.#tracks.clear();
    this.#changed();
    this.#listeners.clear();
  }

  async #acquire(): Promise<void> {
    const missing = this.#options.kinds.filter((kind) => !this.#tracks.has(kind));
    if (missing.length === 0) return;
    try {
      const found = (await this.#options.acquire(missing)).getTracks();
      if (this.#ended.signal.aborted) found.forEach((track) => track.stop());
      else this.#adopt(found);
    } catch (refusal) {
      this.#refused(refusal);
      throw refusal;
    }
  }

  #adopt(found: MediaStreamTrack[]): void {
    for (const track of found) this.#watch(track.kind as Kind, track);
    this.#backoff.reset();
    if (this.#cause !== undefined) this.#tell({ kind: 'DEVICE_BACK' });
    this.#changed();
  }

  #watch(kind: Kind, track: MediaStreamTrack): void {
    const signal = this.#ended.signal;
    const check = (): void => {
      this.#timing.after(MUTED_AFTER_MILLIS, () => this.#heed(kind, track));
    };
    this.#tracks.set(kind, track);
    this.#muted.delete(kind);
    track.addEventListener('ended', () => this.#lost(kind, track), { signal });
    track.addEventListener('mute', check, { signal });
    track.addEventListener('unmute', () => this.#heed(kind, track), { signal });
    if (track.muted) check();
  }

  /** Takes in whether the track is muted now. */
  #heed(kind: Kind, track: MediaStreamTrack): void {
    if (this.#tracks.get(kind) !== track || this.#muted.has(kind) === track.muted) return;
    if (track.muted) this.#muted.add(kind);
    else this.#muted.delete(kind);
    this.#tell({ kind: track.muted ? 'DEVICE_MUTED' : 'DEVICE_BACK', detail: kind });
    if (kind !== 'video') return; // Muted sound is recorded as silence; a muted picture would hold up the recorder.
    if (track.muted) this.#cause = 'DEVICE_ENDED';
    this.#changed();
  }

  #lost(kind: Kind, track: MediaStreamTrack): void {
    if (this.#tracks.get(kind) !== track) return;
    this.#tracks.delete(kind);
    this.#muted.delete(kind);
    this.#cause = 'DEVICE_ENDED';
    this.#tell({ kind: 'DEVICE_ENDED', detail: kind });
    this.#changed();
    this.#reopen();
  }

  #refused(refusal: unknown): void {
    const denied =
      refusal instanceof DOMException && (refusal.name === 'NotAllowedError' || refusal.name === 'SecurityError');
    if (!denied || this.#cause === 'DEVICE_DENIED') return;
    this.#cause = 'DEVICE_DENIED';
    this.#tell({ kind: 'DEVICE_DENIED' });
  }

  #reopen(): void {
    if (!this.#options.automatic || this.#ended.signal.aborted || this.#opening !== undefined) return;
    this.open().catch(() => {
      this.#timing.after(this.#backoff.next(), () => this.#reopen());
    });
  }

  #changed(): void {
    const usable = [...this.#tracks]
      .filter(([kind]) => kind !== 'video' || !this.#muted.has('video'))
      .map(([, track]) => track);
    this.#stream = usable.length === 0 ? undefined : new MediaStream(usable);
    for (const listener of this.#listeners) listener();
  }

  #tell(fact: Omit<Fact, 'track'>): void {
    this.#options.onFact?.({ ...fact, track: this.track });
  }
}

export interface Devices {
  camera?: string;
  microphone?: string;
}

/** Camera and microphone. A chosen device is a wish: with it gone, any other one is better than none. */
export function cameraSource(policy: RecordingPolicy, devices: Devices, onFact?: (fact: Fact) => void): Source {
  const wish = (id: string | undefined): { deviceId?: ConstrainDOMString } =>
    id === undefined ? {} : { deviceId: { ideal: id } };
  const video = {
    width: { ideal: policy.width },
    height: { ideal: policy.height },
    frameRate: { ideal: policy.frameRate },
    ...wish(devices.camera),
  };
  const audio = { echoCancellation: true, noiseSuppression: false, autoGainControl: true, ...wish(devices.microphone) };
  return new Source({
    track: 'camera',
    kinds: ['video', 'audio'],
    automatic: true,
    acquire: (kinds) =>
      navigator.mediaDevices.getUserMedia({
        ...(kinds.includes('video') ? { video } : {}),
        ...(kinds.includes('audio') ? { audio } : {}),
      }),
    ...(onFact === undefined ? {} : { onFact }),
  });
}

/** The shared screen. The browser wants a click for every sharing, so the page calls `open()` from one. */
export function screenSource(policy: RecordingPolicy, onFact?: (fact: Fact) => void): Source {
  return new Source({
    track: 'screen',
    kinds: ['video'],
    automatic: false,
    acquire: () =>
      navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { max: policy.frameRate } }, audio: false }),
    ...(onFact === undefined ? {} : { onFact }),
  });
}
