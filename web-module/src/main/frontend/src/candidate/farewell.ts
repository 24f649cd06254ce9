import { createApi } from '../kernel/api';
import { ApiProblem } from '../kernel/problems';
import type { RenewingToken } from '../kernel/token';
import { policyOf } from '../media/policy';
import { forgetAttempt, forgetOldTakes } from '../media/forget';
import { together, type Progress } from '../media/progress';
import { forgetRunning } from '../media/running';
import { Takes } from '../media/takes';
import { withOffer, type Offer } from './again';
import { Capture } from './capture';
import { Ended } from './ended';
import { isOver, type Entrance, type Opened, type Resumed } from './entrance';
import type { Former } from './former';
import { reload } from './leaving';
import type { Memory } from './memory';
import { noAnswer, notLetIn, refused, revoked, superseded, tooLate, unknownLink, type Notice } from './notices';
import { untilAnswered } from './patience';
import { uploading, type UploadingOptions } from './rights';
import type { Stage } from './stage';
import type { Leave, Taking } from './taking';

/** By these the server says that it takes nothing more of the recording. */
const UNWANTED = ['LATE_WINDOW_OVER', 'RECORDING_PURGED', 'CANDIDATE_ERASED'];

export interface FarewellOptions extends UploadingOptions {
  stage: Stage;
  key: string;
  entrance: Entrance;
  memory: Memory;
  former: Former;
  notice: (notice: Notice) => void;
  /** The candidate wants to take the exam again. */
  again: (opened: Opened, number: number) => void;
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
    if (leave.why === 'ENDED') await this.ended(taking.number(), opened, taking, leave.endedAt);
    else if (leave.why === 'WAITS') await this.#goOnUploading(taking);
    else if (leave.code === 'TOKEN_SUPERSEDED' || leave.code === 'TAKEOVER_REFUSED') {
      notice(leave.code === 'TOKEN_SUPERSEDED' ? superseded(reload) : notLetIn(reload));
      await this.#goOnUploading(taking);
    } else if (leave.code === 'INVITATION_UNKNOWN') notice(unknownLink);
    else await this.ended(taking.number(), opened, taking);
  }

  /** The page after the end. Also reached by opening the invitation again: then it brings up what is left by itself. */
  async ended(number: number, opened: Opened | undefined, taking?: Taking, endedAt?: number): Promise<void> {
    const { clock, key, former } = this.#options;
    try {
      const resumed = await this.#resume(number);
      if (!isOver(resumed.state)) {
        this.#stillRunning(taking, opened);
        return;
      }
      forgetRunning(key);
      void former.bringUp(number, resumed.attemptId);
      const right = uploading(this.#options, number, resumed);
      if (taking !== undefined) await this.#upload(taking, right);
      const known = await this.#asItIs(opened);
      const capture = taking?.capture ?? (await this.#capture(resumed, known, right));
      const at = resumed.endedAt === undefined ? (endedAt ?? clock.now()) : Date.parse(resumed.endedAt);
      this.#show(known, resumed, at, capture);
    } catch (problem) {
      await this.#refused(problem, opened);
    }
  }

  #show(opened: Opened, resumed: Resumed, endedAt: number, capture: Capture): void {
    const { stage, notice, memory, former } = this.#options;
    const root = stage.section('uploading');
    const progress = (): Progress | undefined => {
      const own = capture.progress();
      const earlier = former.progress();
      return own === undefined || earlier === undefined ? undefined : together([own, ...earlier]);
    };
    const forget = async (): Promise<void> => {
      await capture.forget();
      await former.forget();
    };
    const onDone = (done: Notice): void => {
      memory.forget();
      forget().catch(() => undefined); // Of what is held, the browser itself forgets the rest in time.
      notice(done);
    };
    const offer = this.#offer(opened);
    stage.show('uploading', 'Saving your recording');
    this.#ended = new Ended({ root, opened, resumed, endedAt, progress, offer, stage, forget, onDone });
  }

  #offer(opened: Opened): Offer | undefined {
    const { again } = this.#options;
    const { nextAttempt } = opened;
    if (nextAttempt === undefined) return undefined;
    const begin = (): void => {
      this.#ended?.close();
      again(opened, nextAttempt.number);
    };
    return { ...nextAttempt, begin };
  }

  /** Only after the end it is known whether there is another attempt. */
  #asItIs(opened: Opened | undefined): Promise<Opened> {
    return this.#options.entrance.open().catch((problem: unknown) => {
      if (opened === undefined) throw problem;
      return opened;
    });
  }

  /** The server says that the attempt goes on: it gave more time while we were cut off, or took back our right alone. */
  #stillRunning(taking: Taking | undefined, opened: Opened | undefined): void {
    if (taking === undefined || taking.ranOut()) reload();
    else {
      this.#options.notice(revoked(opened?.facts, reload));
      void this.#goOnUploading(taking);
    }
  }

  async #capture({ attemptId }: Resumed, opened: Opened, token: RenewingToken): Promise<Capture> {
    const { clock } = this.#options;
    const policy = policyOf(opened.policy);
    const capture = new Capture({ attemptId, policy, clock, onNews: () => this.#ended?.show() });
    capture.begin();
    await capture.connect(createApi({ token, clock }));
    return capture;
  }

  async #goOnUploading(taking: Taking): Promise<void> {
    const right = uploading(this.#options, taking.number());
    if ((await right.renew(undefined).catch(() => undefined)) === undefined) return;
    await this.#upload(taking, right);
  }

  /** Whoever leaves before the server has let them in has uploaded nothing so far. */
  async #upload(taking: Taking, right: RenewingToken): Promise<void> {
    taking.become(right);
    await taking.capture.connect(createApi({ token: right, clock: this.#options.clock }));
  }

  async #resume(number: number): Promise<Resumed> {
    const { entrance, notice } = this.#options;
    const { signal } = new AbortController();
    const onAway = (now: () => void): void => notice(noAnswer(now));
    const resumed = await untilAnswered(() => entrance.resume(number), { signal, onAway });
    if (resumed === undefined) throw new Error('Nobody ends this waiting');
    return resumed;
  }

  /** Nobody takes it any more, and on a shared computer nobody else should find it. */
  async #forgetUnwanted(): Promise<void> {
    const { memory, clock } = this.#options;
    const attemptId = memory.recall()?.clock?.attemptId;
    const takes = new Takes();
    if (attemptId !== undefined) await forgetAttempt(takes, attemptId);
    await forgetOldTakes(takes, clock);
    await takes.close();
  }

  async #refused(problem: unknown, opened: Opened | undefined): Promise<void> {
    const { notice } = this.#options;
    const code = problem instanceof ApiProblem ? problem.code : '';
    if (UNWANTED.includes(code)) await this.#forgetUnwanted().catch(() => undefined);
    const known = code === 'LATE_WINDOW_OVER' ? await this.#asItIs(opened).catch(() => undefined) : undefined;
    if (known !== undefined) notice(withOffer(tooLate(known), this.#offer(known)));
    else notice(refused(problem, reload));
  }
}
