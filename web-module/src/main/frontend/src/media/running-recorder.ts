import type { Timing } from '../kernel/timing';
import { recorderOptions, type RecordingPolicy } from './policy';

/** A MediaRecorder that runs, and keeps what it gives in memory until somebody writes it down. */
export class RunningRecorder {
  readonly recorder: MediaRecorder;
  /** When it was told to begin, by the monotonic clock: a busy page hears of the start itself much later. */
  readonly startedMoment: number;
  #given: Blob[] = [];
  #receive = (data: Blob): void => void this.#given.push(data);

  /** Throws the browser's DOMException when there is no encoder. */
  constructor(stream: MediaStream, form: string, policy: RecordingPolicy, timing: Timing) {
    this.recorder = new MediaRecorder(stream, recorderOptions(form, policy));
    this.recorder.addEventListener('dataavailable', ({ data }) => this.#receive(data));
    this.startedMoment = timing.now();
    this.recorder.start(policy.sliceMillis);
  }

  /** From now on, and first of all what was given so far. */
  handTo(receive: (data: Blob) => void): void {
    this.#receive = receive;
    this.#given.forEach(receive);
    this.#given = [];
  }
}
