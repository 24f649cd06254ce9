import type { Clock } from '../kernel/clock';
import { isPassing } from '../kernel/problems';
import { pageTiming, type Timing } from '../kernel/timing';
import { LiveSocket } from '../live/socket';
import type { Entrance, Joined } from './entrance';

export interface WaitingOptions {
  entrance: Pick<Entrance, 'join'>;
  /** The number of the attempt. */
  attempt: number;
  clock: Clock;
  /** The answer that said to wait; without one it is asked at once. */
  first?: Joined;
  /** Let in: the answer to the join that was. */
  onIn: (joined: Joined) => void;
  /** The server says no, and will not change its mind by itself. */
  onEnd: (problem: unknown) => void;
  timing?: Timing;
  open?: (url: string) => WebSocket;
}

/** The server hears by this, too, that somebody still waits. */
const AGAIN_MILLIS = 5_000;

/** A page that has to be let in: asks again and again, and at once when the server says that it was decided. */
export class Waiting {
  readonly #options: WaitingOptions;
  readonly #timing: Timing;
  #joined: Joined | undefined;
  #socket: LiveSocket | undefined;
  #asking = false;
  #closed = false;
  #cancel: () => void = () => undefined;

  constructor(options: WaitingOptions) {
    this.#options = options;
    this.#timing = options.timing ?? pageTiming;
    if (options.first === undefined) void this.#ask();
    else this.#waits(options.first);
  }

  close(): void {
    this.#closed = true;
    this.#cancel();
    this.#socket?.close();
  }

  async #ask(): Promise<void> {
    if (this.#asking || this.#closed) return;
    this.#asking = true;
    this.#cancel();
    try {
      this.#answered(await this.#options.entrance.join(this.#options.attempt));
    } catch (problem) {
      this.#failed(problem);
    } finally {
      this.#asking = false;
    }
  }

  #answered(joined: Joined): void {
    if (this.#closed) return;
    if (joined.state === 'AWAITING') {
      this.#waits(joined);
      return;
    }
    this.close();
    this.#options.onIn(joined);
  }

  #failed(problem: unknown): void {
    if (this.#closed) return;
    if (isPassing(problem)) {
      this.#later();
      return;
    }
    this.close();
    this.#options.onEnd(problem);
  }

  #waits(joined: Joined): void {
    this.#joined = joined;
    this.#socket ??= this.#open();
    this.#later();
  }

  #later(): void {
    this.#cancel();
    this.#cancel = this.#timing.after(AGAIN_MILLIS, () => void this.#ask());
  }

  #open(): LiveSocket {
    const { clock, open } = this.#options;
    return new LiveSocket({
      clock,
      timing: this.#timing,
      credential: () => Promise.resolve(this.#joined === undefined ? undefined : { token: this.#joined.joinToken }),
      onWelcome: () => undefined,
      onFrame: () => void this.#ask(),
      ...(open === undefined ? {} : { open }),
    });
  }
}
