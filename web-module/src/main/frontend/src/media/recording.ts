import type { Api } from '../kernel/api';
import type { Clock } from '../kernel/clock';
import { pageTiming, pause, type Timing } from '../kernel/timing';
import {
  chooseForm,
  defaultPolicy,
  pictureOf,
  policyFor,
  type Cause,
  type Fact,
  type RecordingPolicy,
  type Track,
} from './policy';
import { forgetAttempt, forgetOldTakes } from './forget';
import type { Progress } from './progress';
import { Recorder } from './recorder';
import { createReserve } from './reserve';
import { lastOf, recoverTakes } from './recovery';
import type { Source } from './source';
import { bytesPerHour, measureSpace, type Space } from './space';
import { Takes } from './takes';
import { createThrift, saving, type Strain, type Thrift } from './thrift';
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

/** Room for this much is kept for the end, so that whoever is warned has time. */
const RESERVED_HOURS = 1 / 5;
/** Not while the page is starting. */
const RESERVE_MILLIS = 20_000;
const EXPLAINED_MILLIS = 2_000;
const LOOK_MILLIS = 15_000;
/** Nothing held for so long: the line is away. */
const FLOWS_MILLIS = 30_000;

/**
 * All of an attempt's recording in this page: recorders, the store, recovery of what earlier pages left, and the way up.
 * Recording begins with the constructor and needs no server; `connect` adds it as soon as there is a token.
 */
export class Recording {
  readonly #options: RecordingOptions;
  readonly #policy: RecordingPolicy;
  readonly #tracks: Track[];
  readonly #thrift: Thrift;
  readonly #timing: Timing;
  readonly #takes = new Takes();
  readonly #reserve = createReserve();
  readonly #recorders = new Map<Track, Recorder>();
  readonly #recovered: Promise<void>;
  readonly #closing = new AbortController();
  #uploader: Uploader | undefined;
  #now: RecordingPolicy;
  #steps = 0;
  /** The room there was when the device was found full, and what waited then: what has come since is in that room. */
  #full: { freeBytes: number; waitingBytes: number } | undefined;
  #cancelReserve: () => void = () => undefined;
  #cancel: () => void = () => undefined;

  constructor(options: RecordingOptions) {
    this.#options = options;
    this.#policy = options.policy ?? defaultPolicy;
    this.#now = this.#policy;
    this.#tracks = options.sources.map(({ track }) => track);
    this.#thrift = createThrift(this.#tracks);
    this.#timing = options.timing ?? pageTiming;
    const form = chooseForm();
    if (form === undefined && options.sources.length > 0) throw new Error('This browser cannot record');
    for (const source of options.sources) this.#recorders.set(source.track, this.#recorder(source, form ?? ''));
    this.#recovered = this.#recover().catch((problem: unknown) =>
      options.onFact?.({ kind: 'RECORDER_ERROR', detail: String(problem) }),
    );
    this.#lookLater();
    void this.#look();
    if (this.#tracks.length > 0)
      this.#cancelReserve = this.#timing.after(RESERVE_MILLIS, () => void this.#keepReserve());
  }

  /** Begins to upload, with an API that carries the attempt's token. */
  async connect(api: Api): Promise<void> {
    await this.#recovered;
    void forgetOldTakes(this.#takes, this.#options.clock).catch(() => undefined);
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

  /** How much room there is, were nothing saved. */
  async measureSpace(): Promise<Space> {
    const space = await measureSpace(this.#policy, this.#tracks);
    if (this.#full === undefined) return space;
    const used = (this.progress()?.bytesLeft ?? 0) - this.#full.waitingBytes;
    const freeBytes = Math.min(space.freeBytes, Math.max(0, this.#full.freeBytes - used));
    return { ...space, freeBytes, hoursLeft: freeBytes / bytesPerHour(this.#policy, this.#tracks) };
  }

  /** Tries to upload at once. */
  wake(): void {
    this.#uploader?.wake();
  }

  /** Ends recording for good; uploading goes on. FINISHED at the end of the exam, POLICY when another page took over. */
  async stop(reason: 'FINISHED' | 'POLICY'): Promise<void> {
    this.#cancel();
    this.#cancelReserve();
    void this.#reserve.release().catch(() => undefined);
    await Promise.all([...this.#recorders.values()].map((recorder) => recorder.close(reason)));
    this.wake();
  }

  /** Deletes what this browser keeps of the attempt, sent or not. */
  async forget(): Promise<void> {
    await this.#uploader?.close();
    await forgetAttempt(this.#takes, this.#options.attemptId);
    await this.#reserve.release();
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
      policy: policyFor(source.track, this.#now),
      takes: this.#takes,
      clock,
      timing: this.#timing,
      makeRoom: () => this.#makeRoom(),
      ...(onFact === undefined ? {} : { onFact }),
      ...(onChange === undefined ? {} : { onChange }),
    });
  }

  async #recover(): Promise<void> {
    const common = { takes: this.#takes, clock: this.#options.clock, signal: this.#closing.signal };
    const interrupted = await recoverTakes(common);
    const explained = [...this.#recorders].map(async ([track, recorder]) => {
      const last = lastOf(interrupted, this.#options.attemptId, track);
      if (last !== undefined) await recorder.explain({ cause: last.cause, at: Math.round(last.at) });
    });
    // What the server is told of a take it is told once: with this, unless the disk is stuck
    await Promise.race([Promise.all(explained), pause(this.#timing, EXPLAINED_MILLIS)]);
  }

  #reserveBytes(): number {
    return RESERVED_HOURS * bytesPerHour(this.#policy, this.#tracks);
  }

  async #keepReserve(): Promise<void> {
    const wanted = this.#reserveBytes();
    const kept = await this.#reserve.fill(wanted).catch(() => wanted);
    if (kept < wanted) this.#isFull(kept);
  }

  async #makeRoom(): Promise<boolean> {
    const made = await this.#reserve.release();
    if (made) this.#isFull(this.#reserveBytes());
    return made;
  }

  #isFull(freeBytes: number): void {
    this.#full ??= { freeBytes, waitingBytes: this.progress()?.bytesLeft ?? 0 };
    void this.#look();
  }

  #lookLater(): void {
    this.#cancel = this.#timing.after(LOOK_MILLIS, () => {
      void this.#look();
      this.#lookLater();
    });
  }

  /** How much room is left, and whether the line carries what is recorded. */
  async #look(): Promise<void> {
    const space = await this.measureSpace().catch(() => undefined);
    if (this.#closing.signal.aborted) return;
    if (space !== undefined) this.#options.onSpace?.(space);
    if (this.#recorders.size > 0) this.#save(this.#thrift.heed(this.#strain(space)));
  }

  #strain(space: Space | undefined): Strain {
    const { segmentsKept = 0, segmentsHeld = 0, lastHeldAt = 0 } = this.progress() ?? {};
    const waiting = (segmentsKept - segmentsHeld) / this.#tracks.length;
    return {
      now: this.#timing.now(),
      hoursLeft: space?.hoursLeft,
      waitingMillis: waiting * this.#policy.segmentMillis,
      flows: this.#options.clock.now() - lastHeldAt < FLOWS_MILLIS,
    };
  }

  /** Only tracks of which something changes begin a new take. */
  #save(steps: number): void {
    if (steps === this.#steps) return;
    this.#steps = steps;
    const before = this.#now;
    this.#now = saving(this.#policy, steps, this.#tracks);
    for (const source of this.#options.sources) {
      const policy = policyFor(source.track, this.#now);
      if (isSame(policy, policyFor(source.track, before))) continue;
      const change = (): void => this.#recorders.get(source.track)?.change(policy);
      void source.adapt(pictureOf(policy, source.track)).then(change);
    }
  }
}

const pictures = ['videoBitsPerSecond', 'keyFrameMillis', 'width', 'height', 'frameRate'] as const;

function isSame(one: RecordingPolicy, other: RecordingPolicy): boolean {
  return pictures.every((name) => one[name] === other[name]);
}
