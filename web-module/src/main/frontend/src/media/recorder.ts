import type { Clock } from '../kernel/clock';
import { createBackoff } from '../kernel/backoff';
import { pageTiming, type Timing } from '../kernel/timing';
import type { Locks } from './locks';
import type { Cause, CloseReason, Fact, RecordingPolicy } from './policy';
import type { Trouble } from './patiently';
import type { RunningRecorder } from './running-recorder';
import { watchSleep, type Sleep } from './sleep';
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
  wall?: () => number;
  locks?: Locks;
  makeRoom?: () => Promise<boolean>;
}

const LOOK_MILLIS = 2_000;
/** Looks without a single byte until the recorder counts as stuck. */
const STUCK_AFTER = 5;
/** So long a page that may go is expected to, and so often what was recorded meanwhile is stored. */
const LEAVING_MILLIS = 1_000;
const SAVE_MILLIS = 200;
/** A page that came back and waits for a click of the candidate's: after so long, that is why nothing is recorded. */
const CLICK_MILLIS = 20_000;

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
  readonly #begunMoment: number;
  readonly #sleep: Sleep;
  #policy: RecordingPolicy;
  #writer: TakeWriter | undefined;
  #before: Before | undefined;
  /** Since when, and why, there is sound without a picture. */
  #unseen: Before | undefined;
  #first: TakeWriter | undefined;
  #trackCount = 0;
  #saw = false;
  #cancelLook: () => void = () => undefined;
  #cancelRetry: () => void = () => undefined;

  constructor(options: RecorderOptions) {
    this.#options = options;
    this.#policy = options.policy;
    this.#timing = options.timing ?? pageTiming;
    this.#begunMoment = this.#timing.now();
    this.#sleep = watchSleep(this.#timing, options.clock, options.wall);
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
  async explain(before: Before): Promise<void> {
    if (this.#first === undefined) this.#before ??= before;
    else await this.#first.explain(before);
  }

  /** Goes on with another policy, in a new take. */
  change(policy: RecordingPolicy): void {
    this.#policy = policy;
    if (this.#writer !== undefined) this.#again('POLICY', undefined);
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
      if (this.#saw && !this.#sees()) this.#unseen = this.#before;
    } else {
      void this.#end('POLICY', undefined); // A device more: nothing was lost.
      if (this.#sees()) this.#before = this.#unseen;
    }
    this.#start();
  }

  #sees(): boolean {
    return (
      this.#options.source
        .stream()
        ?.getTracks()
        .some(({ kind }) => kind === 'video') === true
    );
  }

  #start(): void {
    const stream = this.#options.source.stream();
    this.#cancelRetry();
    if (this.#closing.signal.aborted || this.#writer !== undefined || stream === undefined) return;
    try {
      const begun = this.#options.source.begun();
      const recorded = begun?.recorder.stream ?? stream;
      this.#writer = this.#write(recorded, begun);
      this.#first ??= this.#writer;
      this.#trackCount = recorded.getTracks().length;
      if ((this.#saw = this.#sees())) this.#unseen = undefined;
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
      before: this.#whyBefore(),
      makeRoom: this.#options.makeRoom,
      onTrouble: (kind, detail) => this.#tell(kind, detail),
      onStopped: () => this.#stoppedByItself(writer),
    });
    return writer;
  }

  /** What the device said since: it was asked for again, and not given; or, after a reload, nobody has pressed Share. */
  #whyBefore(): Before | undefined {
    const [before, first, { source }] = [this.#before, this.#first === undefined, this.#options];
    if (before === undefined || !(first || before.cause === 'DEVICE_ENDED')) return before;
    if (!source.wantsClick) return { ...before, cause: source.lostBy() ?? before.cause };
    const waited = first && this.#timing.now() - this.#begunMoment > CLICK_MILLIS;
    return waited ? { ...before, cause: 'DEVICE_DENIED' } : before;
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
    const writer = this.#writer;
    const slept = this.#sleep.was(writer);
    if (writer === undefined) return;
    if (slept) this.#again('PAGE_LEFT', 'DEVICE_ASLEEP');
    else if (writer.quietFor() > STUCK_AFTER) this.#stuck();
    else if (this.#ending.size === 0) this.#backoff.reset();
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
