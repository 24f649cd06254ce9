import { createBackoff } from '../kernel/backoff';
import type { Clock } from '../kernel/clock';
import { NetworkFailure } from '../kernel/problems';
import { pageTiming, type Timing } from '../kernel/timing';
import { Requests } from './requests';
import { LiveRefusal, readFrame, type Frame, type Line, type Welcome } from './frames';

export type Credential = { token: string } | { ticket: string };

/** SUPERSEDED and REVOKED are final: another page took over, or the right to take part ended. */
export type SocketState = 'CONNECTING' | 'OPEN' | 'WAITING' | 'SUPERSEDED' | 'REVOKED' | 'CLOSED';

export interface SocketOptions {
  /** Who we are; asked anew for every connection, with whether the last answer was refused. */
  credential: (refused: boolean) => Promise<Credential | undefined>;
  onWelcome: (welcome: Welcome) => void;
  onFrame: (frame: Frame) => void;
  onState?: (state: SocketState, code?: string) => void;
  /** What commits are witnessed by from now on. */
  onNonce?: (nonce: string) => void;
  clock?: Clock;
  url?: string;
  timing?: Timing;
  open?: (url: string) => WebSocket;
}

const ANSWER_MILLIS = 4_000;
const WELCOME_MILLIS = 8_000;
/** Refusals of the first frame that no new token mends. */
const FINAL: Record<string, SocketState> = {
  TOKEN_SUPERSEDED: 'SUPERSEDED',
  TOKEN_REVOKED: 'REVOKED',
  ATTEMPT_ENDED: 'REVOKED',
};
/** The first beats come this fast, until the answer to one was quick enough to set the clock by. */
const UNSURE_MILLIS = 500;
const UNSURE_BEATS = 10;

/**
 * The live socket: says hello, beats, and comes back by itself. A cut network leaves a WebSocket open and silent, so it
 * is believed only while it is heard, and every request has an end.
 */
export class LiveSocket implements Line {
  readonly #options: SocketOptions;
  readonly #timing: Timing;
  readonly #backoff = createBackoff({ firstMillis: 500, capMillis: 15_000 });
  readonly #requests: Requests;
  readonly #ended = new AbortController();
  #socket: WebSocket | undefined;
  #state: SocketState = 'CONNECTING';
  #beatMillis = 5_000;
  #heardMoment = 0;
  #askedMoment: number | undefined;
  #beats = 0;
  #refused = false;
  #cancelAlarm: () => void = () => undefined;
  #cancelProbe: () => void = () => undefined;

  constructor(options: SocketOptions) {
    this.#options = options;
    this.#timing = options.timing ?? pageTiming;
    this.#requests = new Requests(this.#timing);
    const { signal } = this.#ended;
    addEventListener('online', () => this.wake(), { signal });
    addEventListener('offline', () => this.wake(), { signal });
    addEventListener('pageshow', () => this.wake(), { signal });
    addEventListener('visibilitychange', () => this.wake(), { signal }); // Bubbles up from the document.
    void this.#connect();
  }

  state(): SocketState {
    return this.#state;
  }

  /** When the server was last heard, as a moment of `performance.now()`. */
  heardMoment(): number {
    return this.#heardMoment;
  }

  send(t: string, body: object = {}): boolean {
    if (this.#state !== 'OPEN') return false;
    this.#write({ t, ...body });
    return true;
  }

  request(t: string, body: object = {}): Promise<Frame> {
    if (this.#state !== 'OPEN') return Promise.reject(new NetworkFailure(false, 'The live socket is not open'));
    return this.#ask({ t, ...body }, ANSWER_MILLIS);
  }

  /** Looks at once whether the line still works: after sleep, or when the browser says that its network came or went. */
  wake(): void {
    if (this.#state === 'OPEN') this.#probe();
    if (this.#state !== 'WAITING') return;
    this.#cancelAlarm();
    void this.#connect();
  }

  close(): void {
    if (this.#isFinal()) return;
    this.#end('CLOSED');
  }

  async #connect(): Promise<void> {
    this.#become('CONNECTING');
    try {
      const credential = await this.#options.credential(this.#refused);
      if (this.#isFinal()) return;
      if (credential === undefined) throw new LiveRefusal('TOKEN_EXPIRED', 'No token is to be had');
      this.#refused = false;
      await this.#opened();
      const asked = this.#timing.now();
      this.#welcomed((await this.#ask({ t: 'hello', ...credential }, WELCOME_MILLIS)) as Welcome, asked);
    } catch (problem) {
      this.#turnedAway(problem);
    }
  }

  #opened(): Promise<void> {
    const socket = (this.#options.open ?? ((url) => new WebSocket(url)))(this.#options.url ?? liveUrl());
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      if (this.#socket === socket) this.#heed(readFrame(data));
    });
    return new Promise((resolve, reject) => {
      const lost = (): void => {
        reject(new NetworkFailure(false, 'The live socket was closed'));
        if (this.#socket === socket) this.#lost();
      };
      this.#cancelAlarm = this.#timing.after(WELCOME_MILLIS, lost);
      socket.addEventListener('open', () => resolve(), { once: true });
      socket.addEventListener('close', lost, { once: true });
    });
  }

  #welcomed(welcome: Welcome, asked: number): void {
    this.#options.clock?.learn(welcome.serverTime, asked, this.#timing.now());
    this.#beatMillis = welcome.beatMillis;
    this.#askedMoment = undefined;
    this.#beats = 0;
    this.#backoff.reset();
    this.#become('OPEN');
    this.#options.onWelcome(welcome);
    this.#beatLater();
  }

  #turnedAway(problem: unknown): void {
    if (!(problem instanceof LiveRefusal)) {
      this.#lost();
      return;
    }
    const final = FINAL[problem.code];
    this.#refused = problem.code.startsWith('TOKEN_');
    if (final === undefined) this.#lost();
    else this.#end(final, problem.code);
  }

  #heed(frame: Frame | undefined): void {
    this.#heardMoment = this.#timing.now();
    this.#cancelProbe();
    if (frame === undefined) return;
    if (frame.nonce !== undefined) this.#options.onNonce?.(frame.nonce);
    if (frame.re !== undefined) this.#requests.answered(frame.re, frame);
    else if (frame.t === 'beat') this.#learn(frame);
    else if (frame.t === 'superseded') this.#end('SUPERSEDED');
    else if (frame.t === 'revoked') this.#end('REVOKED', frame.code);
    else this.#options.onFrame(frame);
  }

  #learn(frame: Frame): void {
    if (this.#askedMoment === undefined || frame.serverTime === undefined) return;
    this.#options.clock?.learn(frame.serverTime, this.#askedMoment, this.#timing.now());
    this.#askedMoment = undefined;
  }

  #beatLater(): void {
    this.#cancelAlarm();
    const fast = this.#beats < UNSURE_BEATS && this.#options.clock?.sure() === false;
    this.#cancelAlarm = this.#timing.after(fast ? UNSURE_MILLIS : this.#beatMillis, () => {
      if (this.#timing.now() - this.#heardMoment > 3 * this.#beatMillis) {
        // Silent for so long, or asleep: one question decides, for nothing may have reached a sleeping page.
        this.#probe();
      } else {
        this.#beat();
      }
      this.#beatLater();
    });
  }

  #beat(): void {
    this.#beats += 1;
    this.#askedMoment ??= this.#timing.now(); // The next answer is one to the oldest question.
    this.#write({ t: 'beat' });
  }

  #probe(): void {
    this.#cancelProbe();
    this.#beat();
    this.#cancelProbe = this.#timing.after(ANSWER_MILLIS, () => this.#lost());
  }

  #ask(body: object, millis: number): Promise<Frame> {
    return this.#requests.ask((id) => this.#write({ ...body, id }), millis);
  }

  #write(body: object): void {
    if (this.#socket?.readyState === 1) this.#socket.send(JSON.stringify({ v: 1, ...body }));
  }

  #lost(): void {
    if (this.#isFinal() || this.#state === 'WAITING') return;
    this.#drop();
    this.#become('WAITING');
    this.#cancelAlarm = this.#timing.after(this.#backoff.next(), () => void this.#connect());
  }

  #end(state: SocketState, code?: string): void {
    this.#become(state, code);
    this.#ended.abort();
    this.#drop();
  }

  /** A socket on a dead line may take minutes to close; nobody waits for that. */
  #drop(): void {
    this.#cancelAlarm();
    this.#cancelProbe();
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
    this.#requests.close();
  }

  #become(state: SocketState, code?: string): void {
    if (this.#state === state && state !== 'CONNECTING') return;
    this.#state = state;
    this.#options.onState?.(state, code);
  }

  #isFinal(): boolean {
    return this.#ended.signal.aborted;
  }
}

function liveUrl(): string {
  return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/live`;
}
