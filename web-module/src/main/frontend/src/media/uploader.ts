import type { Api } from '../kernel/api';
import { createBackoff, type Backoff } from '../kernel/backoff';
import type { Clock } from '../kernel/clock';
import { ApiProblem } from '../kernel/problems';
import { pageTiming, type Timing } from '../kernel/timing';
import { createLanes } from './lanes';
import { hold, uploadLock, type Locks } from './locks';
import { defaultPolicy, type RecordingPolicy } from './policy';
import { isComplete, progressOf, type Kept, type Progress, type UploadState } from './progress';
import { createRecordingApi } from './recording-api';
import { createRoute } from './route';
import { endedAt } from './take';
import type { Takes } from './takes';
import { UploadPass } from './upload-pass';

export interface UploaderOptions {
  attemptId: string;
  takes: Takes;
  /** Calls with the attempt's join or upload token. */
  api: Api;
  clock: Clock;
  policy?: RecordingPolicy;
  onProgress?: (progress: Progress) => void;
  timing?: Timing;
  locks?: Locks;
  fetch?: typeof fetch;
  random?: () => number;
}

/** Even with no event at all, the store is looked at this often. */
const LOOK_MILLIS = 15_000;
/** A line that comes back comes back for a whole hall: each browser of it begins somewhere within this time. */
const SPREAD_MILLIS = 5_000;

/**
 * Brings everything that the store keeps for an attempt to the server, and lets go of it only when the server was seen
 * to hold it. One page does this for all pages of the browser; it goes on by itself after any trouble.
 */
export class Uploader {
  readonly #options: UploaderOptions;
  readonly #timing: Timing;
  readonly #closing = new AbortController();
  readonly #backoff: Backoff;
  readonly #random: () => number;
  readonly #pass: UploadPass;
  readonly #ran: Promise<void>;
  readonly #unsubscribe: () => void;
  #wake: () => void = () => undefined;
  #news = false;
  #progress: Progress | undefined;
  #lastHeldAt: number | undefined;

  constructor(options: UploaderOptions) {
    this.#options = options;
    this.#timing = options.timing ?? pageTiming;
    this.#random = options.random ?? Math.random;
    this.#backoff = createBackoff({ firstMillis: 500, capMillis: 30_000 }, this.#random);
    const { signal } = this.#closing;
    const policy = options.policy ?? defaultPolicy;
    this.#pass = new UploadPass({
      api: createRecordingApi(options.api, options.attemptId, signal),
      takes: options.takes,
      route: createRoute(this.#timing),
      clock: options.clock,
      policy,
      lanes: createLanes(policy.parallelUploads),
      timing: this.#timing,
      fetch: options.fetch ?? fetch.bind(globalThis),
      signal,
      onHeld: () => {
        this.#lastHeldAt = options.clock.now();
      },
    });
    this.#unsubscribe = options.takes.onChange(() => this.#heed());
    globalThis.addEventListener('online', () => this.#wakeSpread(), { signal });
    this.#ran = this.#run();
  }

  /** The last progress told. */
  progress(): Progress | undefined {
    return this.#progress;
  }

  /** Tries at once, whatever wait is on: the candidate asks. */
  wake(): void {
    this.#backoff.reset();
    this.#news = true;
    this.#wake();
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#unsubscribe();
    this.#wake();
    await this.#ran;
  }

  #wakeSpread(): void {
    this.#timing.after(Math.ceil(this.#random() * SPREAD_MILLIS), () => this.wake());
  }

  async #run(): Promise<void> {
    while (!this.#closed()) {
      await this.#tell('OTHER_PAGE').catch(() => undefined);
      const { locks = navigator.locks, attemptId } = this.#options;
      const release = await hold(locks, uploadLock(attemptId), this.#closing.signal).catch(() => undefined);
      if (release !== undefined) await this.#whileOurs().finally(release);
    }
  }

  /** Ends when the page closes, or when our token is worth nothing: another page may have a better one. */
  async #whileOurs(): Promise<void> {
    while (!this.#closed()) {
      try {
        await this.#work();
      } catch (problem) {
        if (this.#closed()) return;
        const tokenless = problem instanceof ApiProblem && problem.status === 401;
        await this.#tell(tokenless ? 'NO_TOKEN' : 'WAITING').catch(() => undefined);
        await this.#sleep(this.#backoff.next(problem instanceof ApiProblem ? problem.retryAfterMillis : 0));
        if (tokenless) return;
      }
    }
  }

  async #work(): Promise<void> {
    this.#news = false;
    const kept = await this.#kept();
    const left = kept.some(({ segments }) => segments.some((segment) => segment.mismatch === undefined));
    if (left) this.#say('UPLOADING', kept);
    const more = await this.#pass.step(kept);
    this.#backoff.reset();
    if (more) return;
    await this.#tell(undefined);
    if (!this.#heard()) await this.#sleep(Math.min(LOOK_MILLIS, this.#pass.commitDueIn() ?? LOOK_MILLIS));
  }

  async #kept(): Promise<Kept[]> {
    const { takes, attemptId, clock } = this.#options;
    const all = await takes.ofAttempt(attemptId);
    all.sort((a, b) => endedAt(a, clock) - endedAt(b, clock));
    return Promise.all(all.map(async (take) => ({ take, segments: await takes.segments(take.takeId) })));
  }

  async #tell(state: UploadState | undefined): Promise<void> {
    const kept = await this.#kept();
    this.#say(state ?? this.#restingState(kept), kept);
  }

  #restingState(kept: Kept[]): UploadState {
    if (isComplete(kept)) return 'COMPLETE';
    if (this.#pass.commitDueIn() !== undefined) return 'UPLOADING';
    const stuck =
      this.#pass.refusals().length > 0 ||
      kept.some(({ segments }) => segments.some((segment) => segment.mismatch !== undefined));
    return stuck ? 'REFUSED' : 'IDLE';
  }

  #say(state: UploadState, kept: Kept[]): void {
    const held = this.#lastHeldAt === undefined ? {} : { lastHeldAt: this.#lastHeldAt };
    this.#progress = { ...progressOf(kept), ...held, refusals: this.#pass.refusals(), state };
    this.#options.onProgress?.(this.#progress);
  }

  #heed(): void {
    this.#news = true;
    if (this.#backoff.tries() === 0) this.#wake(); // While the server is away, new data alone is no reason to knock.
  }

  #closed(): boolean {
    return this.#closing.signal.aborted;
  }

  #heard(): boolean {
    return this.#news;
  }

  #sleep(millis: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#timing.after(millis, () => this.#wake());
      this.#wake = () => {
        cancel();
        this.#wake = () => undefined;
        resolve();
      };
      if (this.#closed()) this.#wake();
    });
  }
}
