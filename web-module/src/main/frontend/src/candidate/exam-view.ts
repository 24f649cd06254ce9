import { countdown } from '../kernel/words';
import type { Clock } from '../kernel/clock';
import { must, onEach, say, show } from '../kernel/dom';
import { pageTiming } from '../kernel/timing';
import { Challenges } from './challenge';
import type { Opened } from './entrance';
import { askToFinish } from './finish';
import { Hand } from './hand';
import { reload } from './leaving';
import { Messages, type Message } from './messages';
import { examReport } from './opener';
import { Paper } from './paper';
import type { Stage } from './stage';
import { showSide } from './standing-view';
import { connectionSaying, OPENING_MILLIS, recordingSaying, troubleOf, type Saying, type Standing } from './status';
import type { Taking } from './taking';
import { timeCall, timeLeft } from './time';

export interface ExamViewOptions {
  root: HTMLElement;
  bar: HTMLElement;
  /** Names what the exam page keeps in this browser. */
  key: string;
  opened?: Opened;
  clock: Clock;
  policy: { segmentMillis: number };
  taking: Taking;
  stage: Pick<Stage, 'announce' | 'opener'>;
  signal: AbortSignal;
}

/** In sight for so long, a message counts as read. */
const READ_MILLIS = 2_000;
/** A line that is away for less is only being made anew. */
const PATIENCE_MILLIS = 4_000;
const PHONE = '(max-width: 720px)';
const HAND_WAITS = 'Your proctor sees it when you are connected.';

/** The page of the running exam: draws what stands, once a second and whenever something changed. */
export class ExamView {
  readonly messages: Messages;
  readonly hand: Hand;
  readonly challenges: Challenges;
  readonly #options: ExamViewOptions;
  readonly #paper: Paper;
  readonly #begunMoment = pageTiming.now();
  #left: number | undefined;
  #seenSince: number | undefined;
  #announced = '';

  constructor(options: ExamViewOptions) {
    this.#options = options;
    const { root, key, taking, signal, opened } = options;
    this.messages = new Messages({
      root,
      send: async (text) => (await taking.request('say', { text }))['message'] as Message,
      read: (message) => {
        void taking
          .link()
          ?.request('read', { message })
          .catch(() => undefined);
        return taking.link()?.isOpen() === true;
      },
    });
    this.hand = new Hand(root, (up) => taking.request('hand', { up }));
    this.challenges = new Challenges({
      now: () => options.clock.now(),
      recorded: () => taking.capture.hardware().camera.recorded,
      tell: (t, body) => taking.link()?.send(t, body),
      signal,
    });
    this.#paper = new Paper(root, key, options.stage.opener);
    askToFinish({ root, handIn: () => taking.finish(), signal });
    onEach(root, 'click', '[data-trouble-act]', () => void this.#mend(), signal);
    onEach(root, 'click', '[data-open-messages]', (button) => this.#toggleMessages(button), signal);
    if (opened !== undefined) this.#paper.open(opened.examPage);
    show(must(options.bar, '[data-clock]', HTMLElement), true);
    queueMicrotask(() => this.#tick());
  }

  close(): void {
    for (const part of [this.messages, this.hand, this.#paper]) part.close();
    show(must(this.#options.bar, '[data-clock]', HTMLElement), false);
  }

  /** The invitation was opened: now it is known which page to show. */
  open(opened: Opened): void {
    this.#paper.open(opened.examPage);
  }

  show(): void {
    const { root, taking, signal } = this.#options;
    if (signal.aborted) return;
    const standing = this.#standing();
    const opening = !standing.recording && standing.recordingForMillis < OPENING_MILLIS;
    const trouble = opening ? undefined : troubleOf(taking.capture.hardware());
    const stream = taking.capture.stream();
    const recorded = standing.recording;
    const connection = connectionSaying(standing);
    const recording = recordingSaying(standing);
    showSide(root, { stream, recorded, connection, recording, hand: this.#handSaying(), trouble });
    const attempt = taking.attempt();
    const pausedAt = attempt?.state === 'PAUSED' ? attempt.pauses.at(-1)?.from : undefined;
    this.#options.stage.opener.report(examReport(recorded, recording, pausedAt !== undefined));
    this.#paper.pause(pausedAt === undefined ? undefined : Date.parse(pausedAt));
    this.#showTime();
    this.#announce([connection, recording]);
  }

  #tick(): void {
    const { signal, taking } = this.#options;
    if (signal.aborted) return;
    taking.tick();
    this.show();
    this.#see();
    const cancel = pageTiming.after(1_000, () => this.#tick());
    signal.addEventListener('abort', cancel, { once: true });
  }

  #standing(): Standing {
    const { taking, clock, policy } = this.#options;
    const link = taking.link();
    const progress = taking.capture.progress();
    const lostFor = link?.lostForMillis() ?? this.#recordingFor();
    const away = lostFor < PATIENCE_MILLIS ? 'CONNECTING' : 'LOST';
    return {
      line: link?.isOpen() === true ? 'OPEN' : away,
      recording: taking.capture.hardware().camera.recorded,
      progress,
      now: clock.now(),
      recordingForMillis: this.#recordingFor(),
      segmentMillis: policy.segmentMillis,
    };
  }

  #recordingFor(): number {
    return pageTiming.now() - this.#begunMoment;
  }

  #handSaying(): Saying | undefined {
    if (!this.hand.isUp()) return undefined;
    const unheard = this.#options.taking.link()?.isOpen() === true ? 'Telling your proctor…' : HAND_WAITS;
    const more = this.hand.isHeard() ? 'Your proctor sees it.' : unheard;
    return { tone: 'hand', icon: 'hand', word: 'Your hand is up', more };
  }

  #showTime(): void {
    const { bar, taking, clock, stage } = this.#options;
    const attempt = taking.attempt();
    const left = attempt === undefined ? undefined : timeLeft(attempt, clock.now());
    say(must(bar, '[data-time]', HTMLElement), left === undefined ? '–' : countdown(left));
    const call = left === undefined || this.#left === undefined ? undefined : timeCall(this.#left, left);
    if (call !== undefined) stage.announce(call);
    this.#left = left;
  }

  #announce(sayings: Saying[]): void {
    const words = sayings.map(({ word }) => word).join('. ');
    if (words === this.#announced) return;
    const first = this.#announced === '';
    this.#announced = words;
    if (!first) this.#options.stage.announce(words);
  }

  /** A message is read when it stood in sight of a person; on a phone that is said by Got it. */
  #see(): void {
    const { root } = this.#options;
    const unread = this.messages.unread();
    document.title = document.title.replace(/^\(\d+\) /, '');
    if (unread > 0) document.title = `(${unread}) ${document.title}`;
    const open = must(root, '[data-messages]', HTMLElement).classList.contains('kw-open');
    const looking = document.visibilityState === 'visible' && document.hasFocus();
    if (unread === 0 || !looking || (matchMedia(PHONE).matches && !open)) this.#seenSince = undefined;
    else this.#seenSince ??= pageTiming.now();
    if (this.#seenSince !== undefined && pageTiming.now() - this.#seenSince >= READ_MILLIS) this.messages.seen();
  }

  #toggleMessages(button: HTMLElement): void {
    const open = must(this.#options.root, '[data-messages]', HTMLElement).classList.toggle('kw-open');
    button.setAttribute('aria-expanded', String(open));
    if (open) must(this.#options.root, '#say', HTMLInputElement).focus();
  }

  async #mend(): Promise<void> {
    const { capture } = this.#options.taking;
    const kind = must(this.#options.root, '[data-trouble]', HTMLElement).dataset['trouble'];
    if (kind === 'RECORDER') reload();
    else if (kind === 'SPACE') await capture.look();
    else await capture.reopen(kind === 'SCREEN' ? 'screen' : 'camera').catch(() => undefined);
    this.show();
  }
}
