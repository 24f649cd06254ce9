import type { Clock } from '../kernel/clock';
import { createBackoff } from '../kernel/backoff';
import { pageTiming, type Timing } from '../kernel/timing';
import type { Locks } from './locks';
import type { Cause, CloseReason, Fact, RecordingPolicy } from './policy';
import type { Trouble } from './patiently';
import type { RunningRecorder } from './running-recorder';
import type { Source } from './source';
import type { Before } from './take';
import { TakeWriter } from './take-writer';
import type { Takes } from './takes';

export interface RecorderOptions {
  attemptId: string;
  source: Source;
  form: string;
  policy: RecordingPolicy;
  takes: Takes;
  clock: Clock;
  onFact?: (fact: Fact) => void;
  onChange?: () => void;
  timing?: Timing;
  locks?: Locks;
}

const LOOK_MILLIS = 2_000;
/** Looks without a single byte until the recorder counts as stuck. */
const STUCK_AFTER = 5;
/** A page that was not looked at for this long slept, and its recorder with it. */
const ASLEEP_MILLIS = 10_000;
/** So long a page that may go is expected to, and so often what was recorded meanwhile is stored. */
const LEAVING_MILLIS = 1_000;
const SAVE_MILLIS = 200;
/** The server's clock moved this much against ours: the device slept while its monotonic clock stood still. */
const JUMP_MILLIS = 2_000;

/**
 * Records a track for as long as the page lives: one take after the other, a new one whenever the device, the recorder
 * or the machine let go of the last, each with the cause of the gap before it.
 */
export class Recorder {
  readonly #options: RecorderOptions;
  readonly #timing: Timing;
  readonly #backoff = createBackoff({ firstMillis: 250, capMillis: 20_000 });
  readonly #ending = new Set<Promise<void>>();
  readonly #unsubscribe: () => void;
  readonly #closing = new AbortController();
  #policy: RecordingPolicy;
  #writer: TakeWriter | undefined;
  #startedAt: number | undefined;
  #before: Before | undefined;
  #lookedAt: number;
  #first: TakeWriter | undefined;
  #trackCount = 0;
  #cancelLook: () => void = () => undefined;
  #cancelRetry: () => void = () => undefined;

  constructor(options: RecorderOptions) {
    this.#options = options;
    this.#policy = options.policy;
    this.#timing = options.timing ?? pageTiming;
    this.#lookedAt = this.#timing.now();
    this.#unsubscribe = options.source.onChange(() => this.#sourceChanged());
    addEventListener('beforeunload', () => this.#leave(), { signal: this.#closing.signal });
    this.#start();
    this.#lookLater();
  }

  /** The take being recorded now; undefined while there is nothing to record from. */
  takeId(): string | undefined {
    return this.#writer?.takeId;
  }

  /** Why nothing is recorded now. */
  waitingFor(): Cause | undefined {
    return this.#writer === undefined ? this.#before?.cause : undefined;
  }

  /** Says why nothing was recorded before this page lived, once that is known. */
  explain(before: Before): void {
    if (this.#first === undefined) this.#before ??= before;
    else this.#first.explain(before);
  }

  /** Goes on with another policy, in a new take. */
  change(policy: RecordingPolicy): void {
    this.#policy = policy;
    void this.#end('POLICY', undefined);
    this.#start();
  }

  /** Stops, and resolves when all of it is in the store. */
  async close(reason: CloseReason): Promise<void> {
    this.#closing.abort();
    this.#cancelLook();
    this.#cancelRetry();
    this.#unsubscribe();
    void this.#end(reason, undefined);
    await Promise.all(this.#ending);
  }

  /**
   * The page may go: until the next one answers there is time to store what the recorder still holds, and only ending
   * the take makes it give that. Who stays after all has a few takes more, and no gap.
   */
  #leave(): void {
    const until = this.#timing.now() + LEAVING_MILLIS;
    const save = (): void => {
      if (this.#writer === undefined || this.#timing.now() > until) return;
      this.#again('PAGE_LEFT', undefined);
      this.#timing.after(SAVE_MILLIS, save);
    };
    save();
  }

  #sourceChanged(): void {
    const { source } = this.#options;
    if ((source.stream()?.getTracks().length ?? 0) < this.#trackCount || source.stream() === undefined) {
      void this.#end('TRACK_ENDED', source.lostBy() ?? 'DEVICE_ENDED');
    } else {
      void this.#end('POLICY', undefined); // A device more: nothing was lost.
    }
    this.#start();
  }

  #start(): void {
    const stream = this.#options.source.stream();
    this.#cancelRetry();
    if (this.#closing.signal.aborted || this.#writer !== undefined || stream === undefined) return;
    try {
      const begun = this.#options.source.begun();
      const recorded = begun?.recorder.stream ?? stream;
      this.#writer = this.#write(recorded, begun);
      this.#startedAt = undefined;
      this.#first ??= this.#writer;
      this.#trackCount = recorded.getTracks().length;
      if (this.#trackCount < stream.getTracks().length) this.#sourceChanged();
    } catch (problem) {
      this.#tell('RECORDER_ERROR', String(problem));
      this.#retryLater();
    }
    this.#options.onChange?.();
  }

  #write(stream: MediaStream, begun: RunningRecorder | undefined): TakeWriter {
    const { attemptId, source, form, takes, clock, locks = navigator.locks } = this.#options;
    const writer: TakeWriter = new TakeWriter({
      attemptId,
      track: source.track,
      form,
      policy: this.#policy,
      takes,
      clock,
      timing: this.#timing,
      locks,
      stream,
      begun,
      before: this.#before,
      onTrouble: (kind, detail) => this.#tell(kind, detail),
      onStopped: () => this.#stoppedByItself(writer),
    });
    return writer;
  }

  /** Ends the current take. With a cause, the next one says that the time in between is missing, and why. */
  #end(reason: CloseReason, cause: Cause | undefined): Promise<void> {
    const writer = this.#writer;
    if (writer === undefined) return Promise.resolve();
    this.#writer = undefined;
    this.#before = cause === undefined ? undefined : { cause, at: Math.round(writer.heardAt()) };
    const finished = writer.finish(reason).catch((problem: unknown) => this.#tell('RECORDER_ERROR', String(problem)));
    this.#ending.add(finished);
    void finished.then(() => this.#ending.delete(finished));
    this.#options.onChange?.();
    return finished;
  }

  /** The recorder failed, its tracks ended, or the store took nothing for so long that memory is full. */
  #stoppedByItself(writer: TakeWriter): void {
    if (this.#writer !== writer) return;
    if (writer.outOfRoom) {
      void this.#end('RECORDER_ERROR', 'STORAGE_FULL').then(() => this.#start());
      return;
    }
    const ended = this.#options.source.stream() === undefined;
    const cause = ended ? (this.#options.source.lostBy() ?? 'DEVICE_ENDED') : 'RECORDER_ERROR';
    void this.#end(ended ? 'TRACK_ENDED' : 'RECORDER_ERROR', cause);
    this.#retryLater();
  }

  #retryLater(): void {
    this.#cancelRetry = this.#timing.after(this.#backoff.next(), () => this.#start());
  }

  #lookLater(): void {
    this.#cancelLook = this.#timing.after(LOOK_MILLIS, () => {
      this.#look();
      this.#lookLater();
    });
  }

  #look(): void {
    const now = this.#timing.now();
    const writer = this.#writer;
    const slept = now - Math.max(this.#lookedAt, writer?.heardMoment ?? 0) > ASLEEP_MILLIS;
    this.#lookedAt = now;
    if (writer === undefined) return;
    if (slept || this.#jumped(writer)) this.#again('PAGE_LEFT', 'BROWSER_GONE');
    else if (writer.quietFor() > STUCK_AFTER) this.#stuck();
    else if (this.#ending.size === 0) this.#backoff.reset();
  }

  /** What was recorded after a sleep must not carry the time from before it. */
  #jumped(writer: TakeWriter): boolean {
    if (!this.#options.clock.known()) return false;
    this.#startedAt ??= writer.startedAt();
    return Math.abs(writer.startedAt() - this.#startedAt) > JUMP_MILLIS;
  }

  #stuck(): void {
    this.#tell('RECORDER_ERROR', 'The recorder gives nothing');
    void this.#end('RECORDER_ERROR', 'RECORDER_ERROR');
    this.#retryLater();
  }

  #again(reason: CloseReason, cause: Cause | undefined): void {
    void this.#end(reason, cause);
    this.#start();
  }

  #tell(kind: Trouble, detail: string): void {
    this.#options.onFact?.({ kind, track: this.#options.source.track, detail });
  }
}
