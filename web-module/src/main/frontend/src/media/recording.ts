import type { Api } from '../kernel/api';
import type { Clock } from '../kernel/clock';
import { pageTiming, type Timing } from '../kernel/timing';
import {
  chooseForm,
  defaultPolicy,
  policyFor,
  type Cause,
  type Fact,
  type RecordingPolicy,
  type Track,
} from './policy';
import type { Progress } from './progress';
import { Recorder } from './recorder';
import { forgetOldTakes, recoverTakes, type Interrupted } from './recovery';
import type { Source } from './source';
import { LOW_HOURS, measureSpace, thriftier, type Space } from './space';
import { Takes } from './takes';
import { Uploader } from './uploader';

export interface RecordingOptions {
  attemptId: string;
  sources: readonly Source[];
  clock: Clock;
  policy?: RecordingPolicy;
  onFact?: (fact: Fact) => void;
  onProgress?: (progress: Progress) => void;
  /** Recording of a track began, stopped or waits: ask `waitingFor()`. */
  onChange?: () => void;
  onSpace?: (space: Space) => void;
  timing?: Timing;
}

const SPACE_MILLIS = 60_000;

/**
 * All of an attempt's recording in this page: recorders, the store, recovery of what earlier pages left, and the way up.
 * Recording begins with the constructor and needs no server; `connect` adds it as soon as there is a token.
 */
export class Recording {
  readonly #options: RecordingOptions;
  readonly #policy: RecordingPolicy;
  readonly #timing: Timing;
  readonly #takes = new Takes();
  readonly #recorders = new Map<Track, Recorder>();
  readonly #recovered: Promise<void>;
  readonly #closing = new AbortController();
  #uploader: Uploader | undefined;
  #low = false;
  #cancel: () => void = () => undefined;

  constructor(options: RecordingOptions) {
    this.#options = options;
    this.#policy = options.policy ?? defaultPolicy;
    this.#timing = options.timing ?? pageTiming;
    const form = chooseForm();
    if (form === undefined && options.sources.length > 0) throw new Error('This browser cannot record');
    for (const source of options.sources) this.#recorders.set(source.track, this.#recorder(source, form ?? ''));
    this.#recovered = this.#recover().catch((problem: unknown) =>
      options.onFact?.({ kind: 'RECORDER_ERROR', detail: String(problem) }),
    );
    this.#watchSpace();
  }

  /** Begins to upload, with an API that carries the attempt's token. */
  async connect(api: Api): Promise<void> {
    await this.#recovered;
    if (this.#closing.signal.aborted || this.#uploader !== undefined) return;
    const { attemptId, clock, onProgress } = this.#options;
    const told = onProgress === undefined ? {} : { onProgress };
    this.#uploader = new Uploader({
      attemptId,
      takes: this.#takes,
      api,
      clock,
      policy: this.#policy,
      timing: this.#timing,
      ...told,
    });
  }

  /** Why a track is not recorded now; undefined when it is. */
  waitingFor(track: Track): Cause | undefined {
    return this.#recorders.get(track)?.waitingFor();
  }

  isRecording(track: Track): boolean {
    return this.#recorders.get(track)?.takeId() !== undefined;
  }

  progress(): Progress | undefined {
    return this.#uploader?.progress();
  }

  /** Tries to upload at once. */
  wake(): void {
    this.#uploader?.wake();
  }

  /** Ends recording for good; uploading goes on. FINISHED at the end of the exam, POLICY when another page took over. */
  async stop(reason: 'FINISHED' | 'POLICY'): Promise<void> {
    this.#cancel();
    await Promise.all([...this.#recorders.values()].map((recorder) => recorder.close(reason)));
    this.wake();
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.stop('POLICY');
    await this.#uploader?.close();
    await this.#takes.close();
  }

  #recorder(source: Source, form: string): Recorder {
    const { attemptId, clock, onFact, onChange } = this.#options;
    return new Recorder({
      attemptId,
      source,
      form,
      policy: policyFor(source.track, this.#policy),
      takes: this.#takes,
      clock,
      timing: this.#timing,
      ...(onFact === undefined ? {} : { onFact }),
      ...(onChange === undefined ? {} : { onChange }),
    });
  }

  async #recover(): Promise<void> {
    const common = { takes: this.#takes, clock: this.#options.clock, signal: this.#closing.signal };
    const last = new Map<Track, Interrupted>();
    for (const take of await recoverTakes(common)) {
      const before = last.get(take.track);
      if (take.attemptId === this.#options.attemptId && (before === undefined || before.at < take.at))
        last.set(take.track, take);
    }
    for (const [track, { cause, at }] of last) this.#recorders.get(track)?.explain({ cause, at: Math.round(at) });
    await forgetOldTakes(common);
  }

  #watchSpace(): void {
    void measureSpace(this.#policy, this.#recorders.keys()).then(
      (space) => this.#heedSpace(space),
      () => undefined,
    );
    this.#cancel = this.#timing.after(SPACE_MILLIS, () => this.#watchSpace());
  }

  #heedSpace(space: Space): void {
    this.#options.onSpace?.(space);
    if (this.#low || this.#closing.signal.aborted || space.hoursLeft >= LOW_HOURS || this.#recorders.size === 0) return;
    this.#low = true;
    this.#options.onFact?.({ kind: 'STORAGE_LOW', detail: `${space.hoursLeft.toFixed(2)} h` });
    const thrifty = thriftier(this.#policy);
    for (const [track, recorder] of this.#recorders) recorder.change(policyFor(track, thrifty));
  }
}
