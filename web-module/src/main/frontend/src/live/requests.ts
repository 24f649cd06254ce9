import { NetworkFailure } from '../kernel/problems';
import type { Timing } from '../kernel/timing';
import { LiveRefusal, type Frame } from './frames';

interface Waiting {
  resolve: (frame: Frame) => void;
  reject: (problem: Error) => void;
  cancel: () => void;
}

/** The requests of one side that wait for their answers, each with an end. */
export class Requests {
  readonly #timing: Timing;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;

  constructor(timing: Timing) {
    this.#timing = timing;
  }

  /** Numbers a request, has it written, and waits for the frame that answers it. */
  ask(write: (id: number) => void, millis: number): Promise<Frame> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      const cancel = this.#timing.after(millis, () => {
        this.#waiting.delete(id);
        reject(new NetworkFailure(true, 'No answer on the live socket'));
      });
      this.#waiting.set(id, { resolve, reject, cancel });
      write(id);
    });
  }

  answered(id: number, frame: Frame): void {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    this.#waiting.delete(id);
    waiting.cancel();
    if (frame.t === 'no') waiting.reject(new LiveRefusal(frame.code ?? 'UNKNOWN', frame.detail ?? ''));
    else waiting.resolve(frame);
  }

  /** Nobody will answer any more. */
  close(): void {
    for (const { reject, cancel } of this.#waiting.values()) {
      cancel();
      reject(new NetworkFailure(false, 'The live socket was lost'));
    }
    this.#waiting.clear();
  }
}
