import { createBackoff } from '../kernel/backoff';
import type { Api } from '../kernel/api';
import type { Clock } from '../kernel/clock';
import { ApiProblem } from '../kernel/problems';
import { pageTiming, type Timing } from '../kernel/timing';
import { LiveRefusal, type Frame, type Line } from '../live/frames';
import { LiveSocket } from '../live/socket';
import type { WallAnswer } from './tile';

export type LineEnd = 'SIGNED_OUT' | 'OFF_DUTY';

export interface LineOptions {
  exam: string;
  api: Api;
  clock: Clock;
  /** A new connection: whatever was said to the server before, it has forgotten. */
  onWelcome: () => void;
  onAnswer: (answer: WallAnswer) => void;
  onFrame: (frame: Frame) => void;
  /** Whether what the wall shows is what is so now. */
  onLive: (live: boolean) => void;
  /** Nothing comes any more: signed out, or off duty. */
  onEnd: (why: LineEnd) => void;
  timing?: Timing;
  open?: (url: string) => WebSocket;
}

/** Figures of the whole exam come by no frame. */
const REFRESH_MILLIS = 60_000;
/** When somebody joins, others do, too: one look for all of them. */
const SOON_MILLIS = 2_000;
const KEEP_ALIVE_MILLIS = 4 * 60_000;

/** The wall's line to the server: the socket, the answer that a wall begins with, and the session that both rest on. */
export class WallLine implements Line {
  readonly #options: LineOptions;
  readonly #timing: Timing;
  readonly #socket: LiveSocket;
  readonly #backoff = createBackoff({ firstMillis: 1_000, capMillis: 10_000 });
  #live = false;
  #frozenAt: number | undefined;
  #ended = false;
  #cancelFetch: () => void = () => undefined;
  #cancelAlive: () => void = () => undefined;

  constructor(options: LineOptions) {
    this.#options = options;
    this.#timing = options.timing ?? pageTiming;
    this.#socket = new LiveSocket({
      credential: () => this.#ticket(),
      onWelcome: () => void this.#begin(),
      onFrame: (frame) => this.#heed(frame),
      onState: (state) => {
        if (state === 'WAITING') this.#become(false);
      },
      clock: options.clock,
      timing: this.#timing,
      ...(options.open === undefined ? {} : { open: options.open }),
    });
    this.#aliveLater();
  }

  /** The moment that what is shown is true of: now, or when the server was last heard. */
  now(): number {
    return this.#frozenAt ?? this.#options.clock.now();
  }

  isLive(): boolean {
    return this.#live;
  }

  send(t: string, body: object = {}): boolean {
    return this.#socket.send(t, body);
  }

  request(t: string, body: object = {}): Promise<Frame> {
    return this.#socket.request(t, body);
  }

  /** The figures of the exam have changed. */
  lookSoon(): void {
    if (this.#live) this.#beginIn(SOON_MILLIS);
  }

  close(): void {
    this.#ended = true;
    this.#cancelFetch();
    this.#cancelAlive();
    this.#socket.close();
  }

  async #ticket(): Promise<{ ticket: string } | undefined> {
    try {
      return (await this.#options.api.post('/live/ticket')) as { ticket: string };
    } catch (problem) {
      this.#heedProblem(problem);
      throw problem;
    }
  }

  /** First the frames, then the answer: so nothing falls between the two. */
  async #begin(): Promise<void> {
    this.#cancelFetch();
    try {
      await this.#socket.request('subscribe', { exam: this.#options.exam });
      this.#options.onWelcome();
      await this.#fetch();
    } catch (problem) {
      this.#heedProblem(problem);
      if (!this.#ended) this.#beginIn(this.#backoff.next());
    }
  }

  async #fetch(): Promise<void> {
    const { api, exam } = this.#options;
    const answer = (await api.get(`/exams/${encodeURIComponent(exam)}/wall`)) as WallAnswer;
    if (this.#ended) return;
    this.#backoff.reset();
    this.#options.onAnswer(answer);
    this.#become(true);
    this.#beginIn(REFRESH_MILLIS);
  }

  #beginIn(millis: number): void {
    this.#cancelFetch();
    this.#cancelFetch = this.#timing.after(millis, () => {
      if (this.#socket.state() === 'OPEN') void this.#again();
    });
  }

  async #again(): Promise<void> {
    try {
      await this.#fetch();
    } catch (problem) {
      this.#heedProblem(problem);
      if (!this.#ended) this.#beginIn(this.#backoff.next());
    }
  }

  #heed(frame: Frame): void {
    if (frame.t === 'resync') void this.#begin();
    else this.#options.onFrame(frame);
  }

  #heedProblem(problem: unknown): void {
    if (!(problem instanceof ApiProblem || problem instanceof LiveRefusal)) return;
    const signedOut = problem.code === 'CSRF_REFUSED' || (problem instanceof ApiProblem && problem.status === 401);
    if (signedOut || problem.code === 'NOT_ON_DUTY') this.#end(signedOut ? 'SIGNED_OUT' : 'OFF_DUTY');
  }

  #end(why: LineEnd): void {
    if (this.#ended) return;
    this.#become(false);
    this.close();
    this.#options.onEnd(why);
  }

  #become(live: boolean): void {
    if (!live) this.#cancelFetch();
    if (this.#live === live) return;
    this.#live = live;
    this.#frozenAt = live ? undefined : this.#options.clock.at(this.#socket.heardMoment());
    this.#options.onLive(live);
  }

  /** A wall is looked at for hours without a click: asking now and then keeps its session, for a working day at most. */
  #aliveLater(): void {
    this.#cancelAlive = this.#timing.after(KEEP_ALIVE_MILLIS, () => {
      this.#options.api.get('/session').catch((problem: unknown) => this.#heedProblem(problem));
      if (!this.#ended) this.#aliveLater();
    });
  }
}
