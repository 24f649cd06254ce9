import type { Clock } from '../kernel/clock';
import type { Timing } from '../kernel/timing';
import { Cutter, type Piece } from './cutter';
import { markLeft } from './leaving';
import { hold, takeLock, type Locks } from './locks';
import type { CloseReason, RecordingPolicy, Track } from './policy';
import { patiently, type Trouble } from './patiently';
import { RunningRecorder } from './running-recorder';
import type { Before } from './take';
import type { Takes } from './takes';

export interface WriterOptions {
  attemptId: string;
  track: Track;
  form: string;
  policy: RecordingPolicy;
  takes: Takes;
  clock: Clock;
  timing: Timing;
  locks: Locks;
  stream: MediaStream;
  /** Runs already on the stream; absent: begins now. */
  begun?: RunningRecorder | undefined;
  before?: Before | undefined;
  /** Gives up what was kept for a full store; answers whether there was something. */
  makeRoom?: (() => Promise<boolean>) | undefined;
  /** The recorder or the store is in trouble; told once a kind. Recording goes on for as long as memory lasts. */
  onTrouble: (kind: Trouble, detail: string) => void;
  /** The recorder has stopped and nobody asked it to. */
  onStopped: () => void;
}

/** What may wait in memory for a store that does not take it; more than this and the recorder stops. */
const MEMORY_BYTES = 48 * 1024 * 1024;
/**
 * How much a power cut may cost. Flushing every slice would cost more: on a busy disk one flush in a hundred takes half
 * a second, and what waits behind it is lost with the page. Without a flush the slowest write took 8 ms there.
 */
const FLUSH_MILLIS = 1_000;

/**
 * One take while it is being recorded: from the recorder into the store, slice by slice, and cut there. The recorder
 * starts with the constructor, before the store has opened: what it gives until then waits its turn.
 */
export class TakeWriter {
  readonly takeId: string = crypto.randomUUID();
  readonly #options: WriterOptions;
  readonly #running: RunningRecorder;
  readonly #recorder: MediaRecorder;
  readonly #cutter: Cutter;
  readonly #stopped: Promise<void>;
  readonly #gone = new AbortController();
  readonly #troubles = new Set<string>();
  #received = 0;
  #waiting = 0;
  #heardMoment: number;
  #flushedMoment: number;
  #written: Promise<unknown>;
  #asked = false;
  #outOfRoom = false;
  #quiet = 0;

  constructor(options: WriterOptions) {
    this.#options = options;
    const { form, policy, timing } = options;
    const { segmentMillis, sliceMillis } = policy;
    this.#cutter = new Cutter({ mimeType: form, segmentMillis, sliceMillis });
    this.#running = options.begun ?? new RunningRecorder(options.stream, form, policy, timing);
    this.#recorder = this.#running.recorder;
    this.#heardMoment = this.#running.startedMoment;
    this.#flushedMoment = this.#running.startedMoment;
    this.#written = this.#begin();
    this.#written.catch(() => this.#stop());
    this.#stopped = new Promise((resolve) => {
      this.#recorder.addEventListener('stop', () => resolve(), { once: true });
    });
    this.#listen();
    this.#running.handTo((data) => this.#receive(data));
  }

  /** Server time of the first sample, as well as it is known. */
  startedAt(): number {
    return this.#options.clock.at(this.#running.startedMoment);
  }

  /** When the recorder last gave something, by the monotonic clock. */
  get heardMoment(): number {
    return this.#heardMoment;
  }

  /** The same in server time: up to then there is a recording. */
  heardAt(): number {
    return this.#options.clock.at(this.#heardMoment);
  }

  /** Whether the recorder was stopped because neither store nor memory had room. */
  get outOfRoom(): boolean {
    return this.#outOfRoom;
  }

  /** How often this was asked since the recorder last gave something. */
  quietFor(): number {
    this.#quiet += 1;
    return this.#quiet;
  }

  /** Says late why nothing was recorded before this take; resolves when that is written down. */
  async explain(before: Before): Promise<void> {
    this.#written = this.#written.then(() => this.#options.takes.update(this.takeId, { before }));
    await this.#written.catch(() => this.#stop());
  }

  /** Stops the recorder, and ends the take once its last byte is written and cut. */
  async finish(reason: CloseReason): Promise<void> {
    this.#asked = true;
    this.#stop();
    try {
      await this.#stopped;
      await this.#written;
      const pieces = this.#cutter.finish();
      await this.#patiently(() => this.#cut(pieces, reason));
    } finally {
      this.#gone.abort();
    }
  }

  #listen(): void {
    const signal = this.#gone.signal;
    this.#recorder.addEventListener('error', (event) => this.#trouble('RECORDER_ERROR', nameOf(event)), { signal });
    this.#recorder.addEventListener(
      'stop',
      () => {
        if (!this.#asked) this.#options.onStopped();
      },
      { signal },
    );
    addEventListener(
      'pagehide',
      () => {
        markLeft(this.takeId);
        if (this.#recorder.state === 'recording') this.#recorder.requestData();
      },
      { signal },
    );
  }

  /** The lock comes first: a take without one would be recovered while it is recorded. It ends with the take. */
  async #begin(): Promise<void> {
    const { locks, takes, attemptId, track, form, policy, before } = this.#options;
    const release = await hold(locks, takeLock(this.takeId));
    this.#gone.signal.addEventListener('abort', release);
    const startedByDevice = performance.timeOrigin + this.#running.startedMoment;
    const { sliceMillis, segmentMillis, lateMillis } = policy;
    const take = {
      takeId: this.takeId,
      attemptId,
      track,
      mimeType: this.#mimeType(form),
      sliceMillis,
      segmentMillis,
      lateMillis,
      startedByDevice,
    };
    await this.#patiently(() => takes.begin({ ...take, ...(before === undefined ? {} : { before }) }));
  }

  /** Chromium names the codecs that it was asked for, also where there is no picture to encode. */
  #mimeType(form: string): string {
    const sees = this.#recorder.stream.getTracks().some(({ kind }) => kind === 'video');
    return sees ? this.#recorder.mimeType || form : form.replace(/codecs=.*,/, 'codecs=');
  }

  #receive(data: Blob): void {
    if (data.size === 0) return;
    this.#quiet = 0;
    this.#heardMoment = this.#options.timing.now();
    const bytes = data.arrayBuffer();
    this.#waiting += data.size;
    if (this.#waiting > MEMORY_BYTES) this.#stopForWantOfRoom();
    this.#written = this.#written.then(async () => {
      await this.#write(await bytes);
      this.#waiting -= data.size;
    });
    this.#written.catch(() => this.#stop()); // The store is gone for good; finish() says so.
  }

  async #write(data: ArrayBuffer): Promise<void> {
    const { takes } = this.#options;
    const from = this.#received;
    this.#received += data.byteLength;
    const flush = this.#flushDue();
    await this.#patiently(() => takes.addSlice({ takeId: this.takeId, from, data }, flush));
    const pieces = this.#cutter.push(new Uint8Array(data));
    if (pieces.length > 0) await this.#patiently(() => this.#cut(pieces));
  }

  #flushDue(): boolean {
    const now = this.#options.timing.now();
    if (now - this.#flushedMoment < FLUSH_MILLIS) return false;
    this.#flushedMoment = now;
    return true;
  }

  async #cut(pieces: Piece[], end?: CloseReason): Promise<void> {
    const { takes, clock } = this.#options;
    const taken = pieces.reduce((sum, piece) => sum + piece.bytes.length, 0);
    await takes.cut(this.takeId, {
      from: this.#cutter.cutTo - taken,
      to: this.#cutter.cutTo,
      pieces,
      memory: this.#cutter.memory,
      startedAt: clock.sure() ? this.startedAt() : undefined,
      ...(end === undefined ? {} : { end }),
    });
  }

  #patiently(work: () => Promise<void>): Promise<void> {
    const { timing, makeRoom } = this.#options;
    return patiently(work, { timing, makeRoom, onTrouble: (kind, detail) => this.#trouble(kind, detail) });
  }

  #stopForWantOfRoom(): void {
    this.#outOfRoom = true;
    this.#trouble('STORAGE_FULL', 'No room in memory either');
    this.#stop();
  }

  #stop(): void {
    if (this.#recorder.state !== 'inactive') this.#recorder.stop();
  }

  #trouble(kind: Trouble, detail: string): void {
    if (this.#troubles.has(kind)) return;
    this.#troubles.add(kind);
    this.#options.onTrouble(kind, detail);
  }
}

function nameOf(event: Event): string {
  const { error } = event as { error?: { name?: string } };
  return error?.name ?? event.type;
}
