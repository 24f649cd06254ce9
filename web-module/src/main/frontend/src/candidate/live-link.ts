import type { Clock } from '../kernel/clock';
import type { RenewingToken } from '../kernel/token';
import { pageTiming } from '../kernel/timing';
import type { Frame, Line, Welcome } from '../live/frames';
import { Publisher } from '../live/publisher';
import { LiveSocket, type SocketState } from '../live/socket';
import type { Fact } from '../media/policy';
import type { Sources } from './capture';

export interface LiveLinkOptions {
  token: RenewingToken;
  clock: Clock;
  sources: Sources;
  onWelcome: (welcome: Welcome) => void;
  onFrame: (frame: Frame) => void;
  onState: (state: SocketState, code?: string) => void;
  onNonce: (nonce: string) => void;
}

/** The candidate's end of the live line: words and facts by the socket, pictures by peer connections. */
export class LiveLink implements Line {
  readonly #options: LiveLinkOptions;
  readonly #publisher: Publisher;
  #socket: LiveSocket;
  #quietSince: number | undefined = pageTiming.now();

  constructor(options: LiveLinkOptions) {
    this.#options = options;
    const { camera, screen } = options.sources;
    this.#publisher = new Publisher({ line: this, camera, ...(screen === undefined ? {} : { screen }) });
    this.#socket = this.#open();
  }

  send(t: string, body?: object): boolean {
    return this.#socket.send(t, body);
  }

  request(t: string, body?: object): Promise<Frame> {
    return this.#socket.request(t, body);
  }

  /** Only what happens while somebody can hear it: late facts would stand at the wrong time. */
  tell({ kind, track, detail }: Fact): void {
    this.send('fact', { kind, ...(track === undefined ? {} : { track }), ...(detail === undefined ? {} : { detail }) });
  }

  isOpen(): boolean {
    return this.#socket.state() === 'OPEN';
  }

  /** For how long the line has been away. */
  lostForMillis(): number {
    return this.#quietSince === undefined ? 0 : pageTiming.now() - this.#quietSince;
  }

  close(): void {
    this.#publisher.close();
    this.#socket.close();
  }

  #open(): LiveSocket {
    const { token, clock, onWelcome, onNonce } = this.#options;
    const socket = new LiveSocket({
      clock,
      credential: async (refused) => {
        const known = token.current();
        const good = known === undefined || refused ? await token.renew(known) : known;
        return good === undefined ? undefined : { token: good };
      },
      onWelcome: (welcome) => {
        onWelcome(welcome);
        this.#publisher.wake();
      },
      onFrame: (frame) => this.#heed(frame),
      onState: (state, code) => this.#became(state, code),
      onNonce,
    });
    return socket;
  }

  /** We did not read fast enough and lost something: a new greeting brings all of it. */
  #heed(frame: Frame): void {
    if (frame.t === 'resync') {
      this.#socket.close();
      this.#socket = this.#open();
    } else if (!this.#publisher.heed(frame)) this.#options.onFrame(frame);
  }

  #became(state: SocketState, code?: string): void {
    if (state === 'OPEN') this.#quietSince = undefined;
    else this.#quietSince ??= pageTiming.now();
    this.#options.onState(state, code);
  }
}
