import { pageTiming, type Timing } from '../../kernel/timing';

const LOOK_MILLIS = 100;

/** Listens how loud a stream is. Nothing of it is kept but the loudest moment. */
export class LevelMeter {
  readonly #context: AudioContext;
  readonly #source: MediaStreamAudioSourceNode;
  readonly #analyser: AnalyserNode;
  readonly #samples: Float32Array<ArrayBuffer>;
  readonly #timing: Timing;
  readonly #onLevel: (level: number) => void;
  readonly #begun: number;
  #peak = 0;
  #cancel: () => void = () => undefined;

  /** `onLevel` is told ten times a second, with 0 to 1. */
  constructor(stream: MediaStream, onLevel: (level: number) => void, timing = pageTiming) {
    this.#timing = timing;
    this.#onLevel = onLevel;
    this.#begun = timing.now();
    this.#context = new AudioContext();
    this.#source = this.#context.createMediaStreamSource(stream);
    this.#analyser = this.#context.createAnalyser();
    this.#analyser.fftSize = 4096; // At 48 kHz 85 ms: nearly all that there is between two looks.
    this.#samples = new Float32Array(this.#analyser.fftSize);
    this.#source.connect(this.#analyser);
    this.#look();
  }

  /** The loudest sample so far; undefined while the browser lets us hear nothing before a click. */
  peak(): number | undefined {
    return this.#context.state === 'running' ? this.#peak : undefined;
  }

  listenedMillis(): number {
    return this.#timing.now() - this.#begun;
  }

  /** To be called from a click: browsers may start silent. */
  wake(): void {
    void this.#context.resume();
  }

  close(): void {
    this.#cancel();
    this.#source.disconnect();
    void this.#context.close();
  }

  #look(): void {
    this.#analyser.getFloatTimeDomainData(this.#samples);
    const level = this.#samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    this.#peak = Math.max(this.#peak, level);
    this.#onLevel(level);
    this.#cancel = this.#timing.after(LOOK_MILLIS, () => this.#look());
  }
}

/** Bars for a level: loudness is felt by its logarithm, so -60 dB is none and full volume all of them. */
export function bars(level: number, of: number): number {
  const decibels = 20 * Math.log10(Math.max(level, 1e-6));
  return Math.max(0, Math.min(of, Math.round(((decibels + 60) / 60) * of)));
}
