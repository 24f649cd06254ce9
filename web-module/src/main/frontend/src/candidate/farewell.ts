import { createApi, type Api } from '../kernel/api';
import type { Clock } from '../kernel/clock';
import { ApiProblem } from '../kernel/problems';
import { policyOf } from '../media/policy';
import { forgetRunning } from '../media/running';
import { Capture } from './capture';
import { Ended } from './ended';
import { isOver, type Entrance, type Opened, type Resumed } from './entrance';
import { reload } from './leaving';
import type { Memory } from './memory';
import { failed, noAnswer, notLetIn, revoked, superseded, tooLate, unknownLink, type Notice } from './notices';
import { untilAnswered } from './patience';
import { uploading } from './rights';
import type { Stage } from './stage';
import type { Leave, Taking } from './taking';

export interface FarewellOptions {
  stage: Stage;
  /** Without a token. */
  api: Api;
  invitation: string;
  key: string;
  entrance: Entrance;
  clock: Clock;
  memory: Memory;
  notice: (notice: Notice) => void;
}

/** What comes after taking part, whyever it ended: recording stops, and what was recorded is brought up. */
export class Farewell {
  readonly #options: FarewellOptions;
  #ended: Ended | undefined;

  constructor(options: FarewellOptions) {
    this.#options = options;
  }

  holdsBack(): boolean {
    return this.#ended?.holdsBack() === true;
  }

  /** A page that took part does so no more. */
  async leave(leave: Leave, taking: Taking, opened: Opened | undefined): Promise<void> {
    const { notice } = this.#options;
    const stopped = taking.capture.stop(leave.why === 'ENDED' ? 'FINISHED' : 'POLICY');
    stopped.catch(() => undefined); // What could not be cut now is cut by the next visit.
    if (leave.why === 'ENDED') await this.ended(opened, taking, leave.endedAt);
    else if (leave.why === 'WAITS') await this.#goOnUploading(taking);
    else if (leave.code === 'TOKEN_SUPERSEDED' || leave.code === 'TAKEOVER_REFUSED') {
      notice(leave.code === 'TOKEN_SUPERSEDED' ? superseded(reload) : notLetIn(reload));
      await this.#goOnUploading(taking);
    } else if (leave.code === 'INVITATION_UNKNOWN') notice(unknownLink);
    else await this.ended(opened, taking);
  }

  /** The page after the end. Also reached by opening the invitation again: then it brings up what is left by itself. */
  async ended(opened: Opened | undefined, taking?: Taking, endedAt?: number): Promise<void> {
    const { clock } = this.#options;
    try {
      const resumed = await this.#resume();
      if (!isOver(resumed.state)) {
        this.#stillRunning(taking, opened);
        return;
      }
      forgetRunning(this.#options.key);
      const known = opened ?? (await this.#options.entrance.open());
      const capture = await this.#capture(resumed, known, taking);
      const at = resumed.endedAt === undefined ? (endedAt ?? clock.now()) : Date.parse(resumed.endedAt);
      this.#show(known, resumed, at, capture);
    } catch (problem) {
      this.#refused(problem, opened);
    }
  }

  #show(opened: Opened, resumed: Resumed, endedAt: number, capture: Capture): void {
    const { stage, notice, memory } = this.#options;
    const root = stage.section('uploading');
    const onDone = (done: Notice): void => {
      memory.forget();
      notice(done);
    };
    stage.show('uploading', 'Saving your recording');
    this.#ended = new Ended({ root, opened, resumed, endedAt, capture, announce: stage.announce, onDone });
  }

  /** The server says that the attempt goes on: it gave more time while we were cut off, or took back our right alone. */
  #stillRunning(taking: Taking | undefined, opened: Opened | undefined): void {
    if (taking === undefined || taking.ranOut()) reload();
    else {
      this.#options.notice(revoked(opened?.facts, reload));
      void this.#goOnUploading(taking);
    }
  }

  async #capture(resumed: Resumed, opened: Opened, taking: Taking | undefined): Promise<Capture> {
    const { api, invitation, clock } = this.#options;
    const { uploadToken: token, expiresAt, serverTime } = resumed;
    const right = uploading(api, invitation, clock, { token, expiresAt, serverTime });
    if (taking !== undefined) {
      taking.become(right);
      return taking.capture;
    }
    const policy = policyOf(opened.policy);
    const capture = new Capture({ attemptId: resumed.attemptId, policy, clock, onNews: () => this.#ended?.show() });
    capture.begin();
    await capture.connect(createApi({ token: right, clock }));
    return capture;
  }

  async #goOnUploading(taking: Taking): Promise<void> {
    const { api, invitation, clock } = this.#options;
    const right = uploading(api, invitation, clock);
    if ((await right.renew(undefined).catch(() => undefined)) === undefined) return;
    taking.become(right);
    await taking.capture.connect(createApi({ token: right, clock }));
  }

  async #resume(): Promise<Resumed> {
    const { entrance, notice } = this.#options;
    const { signal } = new AbortController();
    const resumed = await untilAnswered(() => entrance.resume(), { signal, onAway: (now) => notice(noAnswer(now)) });
    if (resumed === undefined) throw new Error('Nobody ends this waiting');
    return resumed;
  }

  #refused(problem: unknown, opened: Opened | undefined): void {
    const { notice } = this.#options;
    const code = problem instanceof ApiProblem ? problem.code : '';
    if (code === 'LATE_WINDOW_OVER' && opened !== undefined) notice(tooLate(opened));
    else if (code === 'INVITATION_UNKNOWN') notice(unknownLink);
    else notice(failed(problem instanceof ApiProblem ? problem.detail : String(problem), reload));
  }
}
