import { createApi } from '../kernel/api';
import { createClock, type Clock } from '../kernel/clock';
import { must, say } from '../kernel/dom';
import { pageTiming } from '../kernel/timing';
import { cameraSource, screenSource } from '../media/devices';
import { policyOf, type Fact, type RecordingPolicy } from '../media/policy';
import type { Running } from '../media/running';
import { anew, titleOf } from './again';
import { createAdmission } from './admission';
import type { Sources } from './capture';
import { Check } from './check/check';
import { showConsent } from './consent';
import { untilOpen } from './early';
import { createEntrance, keyOf, type Entrance, type Joined, type Opened } from './entrance';
import { Farewell } from './farewell';
import { Former } from './former';
import { askBeforeLeaving, reload } from './leaving';
import { createMemory, type Memory } from './memory';
import { declined, noAnswer, over, refused, showMail, showNotice, type Notice } from './notices';
import { untilAnswered } from './patience';
import { placeOf, type Place } from './place';
import { leadsElsewhere, startRefused } from './refusals';
import type { Stage } from './stage';
import { Taking, type Leave } from './taking';

/** A candidate's way through the exam: from the invitation to the last upload, in one document. */
export class Way {
  readonly #root: HTMLElement;
  readonly #stage: Stage;
  readonly #invitation: string;
  readonly #key: string;
  readonly #memory: Memory;
  readonly #clock: Clock;
  readonly #entrance: Entrance;
  readonly #farewell: Farewell;
  readonly #admission: ReturnType<typeof createAdmission>;
  readonly #former: Former;
  /** The attempt that this page is about: it goes on with that one or with none. */
  #number = 1;
  #opened: Opened | undefined;
  #check: Check | undefined;
  #taking: Taking | undefined;
  #step = new AbortController();

  constructor(root: HTMLElement, stage: Stage, invitation: string) {
    this.#root = root;
    this.#stage = stage;
    this.#invitation = invitation;
    this.#key = keyOf(invitation);
    this.#memory = createMemory(this.#key);
    const offset = this.#memory.recall()?.offsetMillis ?? 0;
    this.#clock = createClock(pageTiming, performance.timeOrigin + offset);
    const api = createApi({ clock: this.#clock });
    this.#entrance = createEntrance(api, invitation, this.#memory.browser);
    this.#admission = createAdmission({
      entrance: this.#entrance,
      clock: this.#clock,
      notice: (notice) => this.#notice(notice),
      open: () => this.open(),
    });
    const uploads = { api, invitation, clock: this.#clock, entrance: this.#entrance };
    this.#former = new Former(uploads);
    this.#farewell = new Farewell({
      ...uploads,
      stage,
      memory: this.#memory,
      key: this.#key,
      former: this.#former,
      notice: (notice) => this.#notice(notice),
      again: (opened, number) => this.#again(opened, number),
    });
    askBeforeLeaving(() => this.#taking !== undefined || this.#farewell.holdsBack());
    addEventListener('pagehide', () => this.#taking?.tell({ kind: 'PAGE_LEFT' }));
  }

  /** Opens the invitation; while the server does not answer, again and again. */
  async open(): Promise<void> {
    const { signal } = this.#renew();
    const onAway = (now: () => void): void => this.#notice(noAnswer(now));
    try {
      const opened = await untilAnswered(() => this.#entrance.open(), { signal, onAway });
      if (opened === undefined) return;
      this.#number = opened.attemptNumber ?? 1;
      this.#take(opened);
      this.#go();
    } catch (problem) {
      this.#refused(problem);
    }
  }

  /** An exam runs in this browser: first of all the camera, then everything else. */
  comeBack({ attemptId, number, tracks, policy }: Running): void {
    this.#number = number;
    const onFact = (fact: Fact): void => this.#taking?.tell(fact);
    const camera = cameraSource(policy, this.#memory.devices(), onFact);
    camera.openApart().catch(() => undefined); // The page says so itself.
    const sources = tracks.includes('screen') ? { camera, screen: screenSource(policy, onFact) } : { camera };
    const opened = this.#memory.recall()?.opened;
    if (opened !== undefined) this.#take(opened);
    this.#memory.claim();
    this.#begin(attemptId, sources, policy);
    void this.#learn(this.#renew().signal);
  }

  #go(ahead = false): void {
    const opened = this.#opened;
    if (opened === undefined) return;
    const ways: Record<Place, () => void> = {
      EARLY: () => this.#early(opened),
      OVER: () => this.#notice(over(opened)),
      ENDED: () => void this.#farewell.ended(this.#number, opened),
      CONSENT: () => this.#consent(opened),
      CHECK: () => this.#checkDevice(opened),
    };
    ways[placeOf(opened, this.#clock.now(), ahead)]();
  }

  /** From consent on, through the check: nothing begins before Start is pressed. */
  #again(opened: Opened, number: number): void {
    this.#number = number;
    this.#take(anew(opened));
    this.#go();
  }

  #early(opened: Opened): void {
    untilOpen({
      opened,
      clock: this.#clock,
      notice: (notice) => this.#notice(notice),
      go: (ahead) => this.#go(ahead),
      signal: this.#renew().signal,
    });
  }

  #consent(opened: Opened): void {
    const { signal } = this.#renew();
    this.#stage.show('consent', 'Before you start');
    showConsent({
      root: this.#stage.section('consent'),
      opened,
      agree: async (text) => {
        await this.#entrance.agree(opened.consent.version, text);
        this.#opened = { ...opened, agreedAt: new Date(this.#clock.now()).toISOString() };
        this.#go(true);
      },
      onDecline: () => this.#notice(declined(opened, () => this.#consent(opened))),
      signal,
    });
  }

  #checkDevice(opened: Opened): void {
    this.#renew();
    const root = this.#stage.section('check');
    this.#stage.show('check', 'Check your device');
    showMail(must(root, '[data-mail]', HTMLAnchorElement), opened.facts.contact);
    const policy = policyOf(opened.policy);
    this.#check = new Check({
      root,
      invitation: this.#invitation,
      opened,
      number: this.#number,
      policy,
      clock: this.#clock,
      memory: this.#memory,
      onFact: (fact) => this.#taking?.tell(fact),
      announce: this.#stage.announce,
      onBegin: (sources) => this.#start(sources, opened),
    });
  }

  async #start(sources: Sources, { policy, startsAt }: Opened): Promise<string | undefined> {
    try {
      const joined = await this.#entrance.join(this.#number);
      const begin = (now: Joined): void => this.#begin(now.attemptId, sources, policyOf(policy), now);
      if (joined.state === 'AWAITING') this.#admission.wait(this.#number, joined, begin);
      else begin(joined);
      return undefined;
    } catch (problem) {
      if (leadsElsewhere(problem)) void this.open();
      return startRefused(problem, startsAt);
    }
  }

  #begin(attemptId: string, sources: Sources, policy: RecordingPolicy, joined?: Joined): void {
    const opened = this.#opened;
    this.#taking = new Taking({
      root: this.#stage.section('exam'),
      bar: this.#root,
      key: this.#key,
      attemptId,
      number: this.#number,
      tracks: sources.screen === undefined ? ['camera'] : ['camera', 'screen'],
      ...(joined === undefined ? {} : { joined }),
      ...(opened === undefined ? {} : { opened }),
      sources,
      policy,
      entrance: this.#entrance,
      clock: this.#clock,
      memory: this.#memory,
      stage: this.#stage,
      onLeave: (leave) => this.#leave(leave),
    });
    this.#stage.show('exam', opened?.title ?? 'Your exam');
    void this.#former.bringUp(this.#number, attemptId);
  }

  #leave(leave: Leave): void {
    const taking = this.#taking;
    if (taking === undefined) return;
    this.#renew();
    this.#taking = undefined;
    void this.#farewell.leave(leave, taking, this.#opened);
    if (leave.why === 'WAITS') this.#admission.wait(this.#number, leave.joined, reload);
  }

  /** What a page that came back did not wait for. A refusal is heard by joining, too, and said there. */
  async #learn(signal: AbortSignal): Promise<void> {
    const opened = await untilAnswered(() => this.#entrance.open(), { signal }).catch(() => undefined);
    if (opened !== undefined) this.#take(opened);
  }

  #take(opened: Opened): void {
    this.#opened = opened;
    this.#stage.opener.allow(opened.openers);
    this.#memory.keep({ opened });
    this.#taking?.learn(opened);
    say(must(this.#root, '[data-exam-title]', HTMLElement), titleOf(opened, this.#number));
  }

  #refused(problem: unknown): void {
    this.#notice(refused(problem, reload));
  }

  #notice(notice: Notice): void {
    showNotice(this.#stage.section('notice'), notice);
    this.#stage.show('notice', notice.title, notice.name);
  }

  /** Ends what the last step had going. */
  #renew(): AbortController {
    this.#step.abort();
    this.#check?.close();
    this.#check = undefined;
    this.#step = new AbortController();
    return this.#step;
  }
}
