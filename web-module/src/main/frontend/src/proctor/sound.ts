import { pageTiming, type Timing } from '../kernel/timing';

/** Ten bars a second would be drawn by nobody's leave; five are seen as moving. */
const READ_MILLIS = 200;
const SAMPLES = 2048;
/** From which loudness on, in decibels of full scale, another bar stands. */
const BARS = [-60, -50, -40, -30, -20];

interface Meter {
  stream: MediaStream;
  source: MediaStreamAudioSourceNode;
  analyser: AnalyserNode;
  level: number;
}

/** Bars for so loud a sound, 0 to 5. */
export function levelOf(samples: Float32Array): number {
  let power = 0;
  for (const sample of samples) power += sample * sample;
  const decibels = 10 * Math.log10(power / samples.length + 1e-12);
  return BARS.filter((bar) => decibels >= bar).length;
}

/** Bars fall one at a time: a word between two readings is seen all the same. */
export function falling(before: number, now: number): number {
  return Math.max(now, before - 1);
}

/**
 * How loud it is at those on the page, without listening. A browser makes no sound context before the first click or
 * key; until then nobody knows.
 */
export class Meters {
  readonly #onLevel: (attemptId: string, level: number) => void;
  readonly #timing: Timing;
  readonly #meters = new Map<string, Meter>();
  readonly #ended = new AbortController();
  readonly #samples = new Float32Array(SAMPLES);
  #context: AudioContext | undefined;
  #cancel: () => void = () => undefined;

  constructor(onLevel: (attemptId: string, level: number) => void, timing: Timing = pageTiming) {
    this.#onLevel = onLevel;
    this.#timing = timing;
    const { signal } = this.#ended;
    for (const touch of ['pointerdown', 'keydown']) addEventListener(touch, () => this.#begin(), { signal });
  }

  /** Measures these and no others; of an attempt without sound nothing is measured. */
  follow(streams: ReadonlyMap<string, MediaStream>): void {
    for (const [id, meter] of this.#meters) {
      if (streams.get(id) !== meter.stream) this.#drop(id, meter);
    }
    if (this.#context?.state !== 'running') return;
    for (const [id, stream] of streams) {
      if (!this.#meters.has(id) && stream.getAudioTracks().length > 0) this.#add(this.#context, id, stream);
    }
  }

  level(attemptId: string): number | undefined {
    return this.#meters.get(attemptId)?.level;
  }

  close(): void {
    this.#ended.abort();
    this.#cancel();
    for (const [id, meter] of this.#meters) this.#drop(id, meter);
    void this.#context?.close();
  }

  #begin(): void {
    this.#context ??= new AudioContext({ latencyHint: 'playback' });
    if (this.#context.state === 'suspended') void this.#context.resume();
  }

  #add(context: AudioContext, id: string, stream: MediaStream): void {
    const source = context.createMediaStreamSource(stream);
    const analyser = new AnalyserNode(context, { fftSize: SAMPLES });
    source.connect(analyser);
    if (this.#meters.size === 0) this.#readLater();
    this.#meters.set(id, { stream, source, analyser, level: 0 });
  }

  #drop(id: string, { source }: Meter): void {
    source.disconnect();
    this.#meters.delete(id);
  }

  #readLater(): void {
    this.#cancel();
    this.#cancel = this.#timing.after(READ_MILLIS, () => {
      if (!document.hidden) this.#read();
      if (this.#meters.size > 0) this.#readLater();
    });
  }

  #read(): void {
    for (const [id, meter] of this.#meters) {
      meter.analyser.getFloatTimeDomainData(this.#samples);
      const level = falling(meter.level, levelOf(this.#samples));
      if (level === meter.level) continue;
      meter.level = level;
      this.#onLevel(id, level);
    }
  }
}
