import { createApi, type Api } from '../kernel/api';
import type { Clock } from '../kernel/clock';
import { NetworkFailure } from '../kernel/problems';
import { pageTiming } from '../kernel/timing';
import type { RenewingToken } from '../kernel/token';
import type { Frame, Welcome } from '../live/frames';
import type { SocketState } from '../live/socket';
import { deviceNow } from '../media/take';
import type { Fact, RecordingPolicy, Track } from '../media/policy';
import { rememberRunning } from '../media/running';
import { keepNonce } from '../media/witness';
import { Capture, type Sources } from './capture';
import { isOver, type Entrance, type Joined, type Opened } from './entrance';
import { ExamView } from './exam-view';
import { createLasting } from './lasting';
import { reload } from './leaving';
import { LiveLink } from './live-link';
import type { Memory } from './memory';
import type { Message } from './messages';
import { untilAnswered } from './patience';
import { switchable, takingPart } from './rights';
import type { Stage } from './stage';
import { overdue, type AttemptClock } from './time';

/** Why a page no longer takes part. ENDED: the attempt is over. WAITS: it has to be let in. Else a code of the server's. */
export type Leave =
  { why: 'ENDED'; endedAt: number } | { why: 'REFUSED'; code: string } | { why: 'WAITS'; joined: Joined };

export interface TakingOptions {
  root: HTMLElement;
  /** Where the time left is shown. */
  bar: HTMLElement;
  key: string;
  attemptId: string;
  /** The attempt's, from 1. */
  number: number;
  /** The answer to a join that was made already. */
  joined?: Joined;
  opened?: Opened;
  tracks: Track[];
  sources: Sources;
  policy: RecordingPolicy;
  entrance: Entrance;
  clock: Clock;
  memory: Memory;
  stage: Pick<Stage, 'announce' | 'opener'>;
  /** The page takes part no more; what is recorded still has to be sent. */
  onLeave: (leave: Leave) => void;
}

/** So long after a line that fell silent, or an end that nobody told us of, we ask in another way. */
const LOST_MILLIS = 15_000;
const UNTOLD_MILLIS = 3_000;
/** A clock that ran out without the server may have been extended by it; then we hear soon. */
const OVERTIME_MILLIS = 30_000;

/** An attempt while it is taken: records from the first moment, joins, and keeps line and clock until it is left. */
export class Taking {
  readonly capture: Capture;
  readonly #options: TakingOptions;
  readonly #closing = new AbortController();
  readonly #api: Api;
  readonly #rights: ReturnType<typeof switchable>;
  readonly #token: RenewingToken;
  readonly #view: ExamView;
  #link: LiveLink | undefined;
  #attempt: AttemptClock | undefined;
  #askedMoment = 0;
  readonly #lasting = createLasting((fact) => this.tell(fact));
  #left = false;
  #ranOut = false;

  constructor(options: TakingOptions) {
    this.#options = options;
    const { attemptId, number, key, sources, policy, clock, entrance, memory, joined } = options;
    const onFact = (fact: Fact): void => this.tell(fact);
    // Recorders tell of themselves before the view is there.
    const onNews = (): void => queueMicrotask(() => this.#view.show());
    this.capture = new Capture({ attemptId, sources, policy, clock, onFact, onNews });
    this.capture.begin();
    this.#token = takingPart(
      {
        entrance,
        attempt: number,
        api: createApi({ clock }),
        clock,
        isNewest: memory.isNewest,
        onJoined: (again) => this.#joined(again),
        onEnd: (code) => this.#leave({ why: 'REFUSED', code }),
      },
      joined,
    );
    this.#api = createApi({ token: this.#token, clock });
    this.#rights = switchable(this.#token);
    const { clock: remembered } = memory.recall() ?? {};
    this.#attempt = remembered?.attemptId === attemptId ? remembered : undefined;
    const paper = number === 1 ? key : `${key}-${number}`;
    this.#view = new ExamView({ ...options, key: paper, taking: this, signal: this.#closing.signal });
    void this.#enter();
  }

  attempt(): AttemptClock | undefined {
    return this.#attempt;
  }

  /** Of the attempt, from 1. */
  number(): number {
    return this.#options.number;
  }

  link(): LiveLink | undefined {
    return this.#link;
  }

  /** What of it the proctor is to know. */
  tell(fact: Fact): void {
    this.#link?.tell(fact);
  }

  /** Asks over the live line; rejects when nobody hears it. */
  request(t: string, body: object): Promise<Frame> {
    return this.#link?.request(t, body) ?? Promise.reject(new NetworkFailure(false, 'There is no line yet'));
  }

  async finish(): Promise<void> {
    const path = `/attempts/${encodeURIComponent(this.#options.attemptId)}/finish`;
    const { endedAt } = (await this.#api.post(path)) as { endedAt: string };
    this.#leave({ why: 'ENDED', endedAt: Date.parse(endedAt) });
  }

  /** Once a second: what only time brings about. */
  tick(): void {
    const { clock } = this.#options;
    this.#lasting.look(this.capture.hardware(), this.#link?.isOpen() === true);
    const lost = this.#link?.lostForMillis() ?? 0;
    const attempt = this.#attempt;
    const over = attempt === undefined ? 0 : overdue(attempt, clock.now());
    const asked = pageTiming.now() - this.#askedMoment;
    if ((lost > LOST_MILLIS || over > UNTOLD_MILLIS) && asked > LOST_MILLIS) void this.#ask();
    if (attempt !== undefined && lost > 0 && over > OVERTIME_MILLIS) {
      this.#ranOut = true;
      this.#leave({ why: 'ENDED', endedAt: Date.parse(attempt.endsAt) });
    }
  }

  /** The invitation was opened, after the exam had gone on without it. */
  learn(opened: Opened): void {
    this.#view.open(opened);
  }

  /** Whether it was left because its clock ran out here, unheard by the server. */
  ranOut(): boolean {
    return this.#ranOut;
  }

  /** Which right uploads are made with from now on. */
  become(token: RenewingToken): void {
    this.#rights.become(token);
  }

  /** Everything but the capture, which has to bring up what it recorded. */
  close(): void {
    this.#left = true;
    this.#closing.abort();
    this.#view.close();
    this.#token.close();
    this.#link?.close();
  }

  async #enter(): Promise<void> {
    const { joined, clock, sources } = this.#options;
    if (joined !== undefined) this.#joined(joined);
    const token = joined?.joinToken ?? (await this.#join());
    if (token === undefined || this.#left) return;
    this.#link = new LiveLink({
      token: this.#token,
      clock,
      sources,
      onWelcome: (welcome) => this.#welcome(welcome),
      onFrame: (frame) => this.#heed(frame),
      onState: (state, code) => this.#lineBecame(state, code),
      onNonce: (nonce) => keepNonce(this.#options.attemptId, nonce),
    });
    await this.capture.connect(createApi({ token: this.#rights.supplier, clock }));
  }

  /** For as long as it takes: the recording goes on meanwhile. */
  #join(): Promise<string | undefined> {
    return untilAnswered(() => this.#token.renew(undefined), { signal: this.#closing.signal });
  }

  #joined(joined: Joined): void {
    const { key, attemptId, number, tracks, policy, memory } = this.#options;
    if (joined.state === 'AWAITING') {
      this.#leave({ why: 'WAITS', joined });
      return;
    }
    memory.claim();
    rememberRunning(key, { attemptId: joined.attemptId, number, tracks, policy });
    // Another attempt than this browser remembers: what is recorded here belongs to that one.
    if (joined.attemptId !== attemptId) reload();
  }

  #welcome(welcome: Welcome): void {
    this.#heed({ v: 1, t: 'attempt', attempt: welcome['attempt'] });
    for (const message of welcome['messages'] as Message[]) this.#view.messages.take(message);
    this.#view.hand.set(welcome['handUp'] === true);
    void this.#view.hand.repeat();
  }

  #heed(frame: Frame): void {
    if (frame.t === 'attempt') this.#attemptBecame(frame['attempt'] as AttemptClock);
    else if (frame.t === 'message') this.#view.messages.take(frame['message'] as Message);
    else if (frame.t === 'challenge') this.#view.challenges.heed(frame);
    else if (frame.t === 'hand') this.#view.hand.set(frame['up'] === true);
    this.#view.show();
  }

  #attemptBecame(attempt: AttemptClock): void {
    const { clock, memory } = this.#options;
    this.#attempt = attempt;
    memory.keep({ clock: attempt, offsetMillis: clock.now() - deviceNow() });
    if (isOver(attempt.state)) this.#leave({ why: 'ENDED', endedAt: clock.now() });
  }

  #lineBecame(state: SocketState, code = 'TOKEN_REVOKED'): void {
    if (state === 'SUPERSEDED') this.#leave({ why: 'REFUSED', code: 'TOKEN_SUPERSEDED' });
    else if (state === 'REVOKED') this.#leave({ why: 'REFUSED', code });
    this.#view.show();
  }

  /** Networks that let no socket through still let the attempt be asked for. */
  async #ask(): Promise<void> {
    this.#askedMoment = pageTiming.now();
    const answer = await this.#api
      .get(`/attempts/${encodeURIComponent(this.#options.attemptId)}`)
      .catch(() => undefined);
    if (answer !== undefined && !this.#left) this.#attemptBecame(answer as AttemptClock);
  }

  #leave(leave: Leave): void {
    if (this.#left) return;
    this.close();
    this.#options.onLeave(leave);
  }
}
