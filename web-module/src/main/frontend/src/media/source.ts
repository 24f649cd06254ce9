import { createBackoff } from '../kernel/backoff';
import { pause, pageTiming, type Timing } from '../kernel/timing';
import { onPermission, wouldAsk } from './permission';
import type { Cause, Fact, Track } from './policy';
import type { RunningRecorder } from './running-recorder';

export type Kind = 'video' | 'audio';

export interface SourceOptions {
  track: Track;
  kinds: readonly Kind[];
  /** Asks the browser for these kinds; rejects with its DOMException. */
  acquire: (kinds: readonly Kind[]) => Promise<MediaStream>;
  /** Whether a lost device is asked for again without the candidate's doing. */
  automatic: boolean;
  /** Hands over, once, a recorder that runs on these devices already. */
  begun?: () => RunningRecorder | undefined;
  onFact?: (fact: Fact) => void;
  timing?: Timing;
}

/** A track that says nothing for a moment may only be slow to start; longer than this it is muted. */
const MUTED_AFTER_MILLIS = 1_000;
/** How long the first device waits for the other when they are asked for apart. */
export const TOGETHER_MILLIS = 25;

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
  #picture: MediaTrackConstraints | undefined;

  constructor(options: SourceOptions) {
    this.track = options.track;
    this.#options = options;
    this.#timing = options.timing ?? pageTiming;
    if (!options.automatic) return;
    const { signal } = this.#ended;
    navigator.mediaDevices.addEventListener('devicechange', () => void this.#reopen(), { signal });
    onPermission(options.kinds, () => void this.#reopen(true), signal);
  }

  /** What can be recorded now: the live tracks, without a picture that is muted. */
  stream(): MediaStream | undefined {
    return this.#stream;
  }

  /** A recorder that runs on the stream already; whoever asks first has to write down what it gives. */
  begun(): RunningRecorder | undefined {
    return this.#options.begun?.();
  }

  /** Whether only the candidate can bring it back, by a click. */
  get wantsClick(): boolean {
    return !this.#options.automatic;
  }

  /** Makes the picture smaller or slower while the device runs, and of every device after it. */
  async adapt(picture: MediaTrackConstraints): Promise<void> {
    this.#picture = picture;
    await this.#tracks
      .get('video')
      ?.applyConstraints(picture)
      .catch(() => undefined); // It stays as it is then.
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
    return this.#once(() => this.#ask(this.#missing()).then((tracks) => this.#adopt(tracks)));
  }

  /**
   * The same in a page that comes back in the middle of an exam, where the right is given already: each device by
   * itself. A cold browser needs a third of a second for the microphone, and the picture is not to wait for it.
   */
  openApart(): Promise<void> {
    return this.#once(async () => {
      let waiting = true;
      const asked = this.#missing().map(async (kind) => this.#adopt(await this.#ask([kind]), waiting));
      const all = Promise.all(asked);
      all.catch(() => undefined); // Heard below.
      await Promise.any(asked).catch(() => undefined);
      await Promise.race([Promise.allSettled(asked), pause(this.#timing, TOGETHER_MILLIS)]);
      waiting = false;
      this.#changed();
      await all;
    });
  }

  close(): void {
    this.#ended.abort();
    for (const track of this.#tracks.values()) track.stop();
    this.#tracks.clear();
    this.#changed();
    this.#listeners.clear();
  }

  #once(open: () => Promise<void>): Promise<void> {
    this.#opening ??= open().finally(() => {
      this.#opening = undefined;
    });
    return this.#opening;
  }

  #missing(): Kind[] {
    return this.#options.kinds.filter((kind) => !this.#tracks.has(kind));
  }

  async #ask(kinds: readonly Kind[]): Promise<MediaStreamTrack[]> {
    if (kinds.length === 0) return [];
    try {
      return (await this.#options.acquire(kinds)).getTracks();
    } catch (refusal) {
      this.#refused(refusal);
      throw refusal;
    }
  }

  #adopt(found: MediaStreamTrack[], quietly = false): void {
    if (this.#ended.signal.aborted) {
      for (const track of found) track.stop();
      return;
    }
    for (const track of found) this.#watch(track.kind as Kind, track);
    if (this.#picture !== undefined) void this.adapt(this.#picture);
    this.#backoff.reset();
    if (found.length === 0) return;
    if (this.#cause !== undefined) this.#tell({ kind: 'DEVICE_BACK' });
    if (quietly) return;
    this.#changed();
    if (this.#missing().length === 0) this.#cause = undefined;
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
    if (track.muted) this.#cause = 'DEVICE_MUTED';
    this.#changed();
  }

  #lost(kind: Kind, track: MediaStreamTrack): void {
    if (this.#tracks.get(kind) !== track) return;
    this.#tracks.delete(kind);
    this.#muted.delete(kind);
    this.#cause = 'DEVICE_ENDED';
    this.#tell({ kind: 'DEVICE_ENDED', detail: kind });
    this.#changed();
    void this.#reopen();
  }

  #refused(refusal: unknown): void {
    const denied =
      refusal instanceof DOMException && (refusal.name === 'NotAllowedError' || refusal.name === 'SecurityError');
    if (!denied || this.#cause === 'DEVICE_DENIED') return;
    this.#cause = 'DEVICE_DENIED';
    this.#tell({ kind: 'DEVICE_DENIED' });
  }

  /** Asks again by itself, but never puts the same question to a candidate who said no to it. */
  async #reopen(decided = false): Promise<void> {
    const said = this.#cause === 'DEVICE_DENIED' && !decided && (await wouldAsk(this.#missing()));
    const over = said || !this.#options.automatic || this.#ended.signal.aborted;
    if (over || this.#opening !== undefined || this.#missing().length === 0) return;
    const again = (): void => void this.#timing.after(this.#backoff.next(), () => void this.#reopen());
    await this.open().then(() => {
      if (this.#missing().length > 0) again();
    }, again);
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
