import { pageTiming, type Timing } from '../kernel/timing';

/** What is known of the recorder: what its page says, or what can be seen of its window from here. */
export type RecorderState =
  | 'NOT_OPEN'
  | 'OPENING'
  | 'GETTING_READY'
  | 'RECORDING'
  | 'WAITING'
  | 'NOT_RECORDING'
  | 'UPLOADING'
  | 'SAVED'
  | 'STOPPED'
  | 'CLOSED'
  | 'SILENT'
  | 'REFUSED';

export interface RecorderReport {
  state: RecorderState;
  /** The recorder's own words; empty where it said none. */
  text: string;
  paused: boolean;
  /** Parts of the recording that are saved, and how many there are, while they are uploaded. */
  held?: number;
  of?: number;
}

type Opened = Pick<Window, 'postMessage' | 'focus' | 'closed'>;

export interface RecorderWindowParts {
  /** The invitation's link. */
  link: URL;
  onReport: (report: RecorderReport) => void;
  open: (address: string, name: string, features: string) => Opened | null;
  timing: Timing;
}

const HELLO_MILLIS = 2_000;
/** A page in the background may be heard once a minute only. */
const SILENT_MILLIS = 70_000;
const OPENING_MILLIS = 30_000;
const FEATURES = 'popup,width=480,height=860';
const SAID = new Set<unknown>(
  'GETTING_READY RECORDING WAITING NOT_RECORDING UPLOADING SAVED STOPPED'.split(' ') satisfies string[],
);

/** The recorder in a window of its own, and what it says. It goes on without us, and is found again after a reload. */
export class RecorderWindow {
  readonly #parts: RecorderWindowParts;
  #window: Opened | null = null;
  #heardMoment: number | undefined;
  #openedMoment = 0;
  #report: RecorderReport = plain('NOT_OPEN');
  #cancel: () => void = () => undefined;

  constructor({
    link,
    onReport,
    open = (...how) => window.open(...how),
    timing = pageTiming,
  }: Pick<RecorderWindowParts, 'link' | 'onReport'> & Partial<RecorderWindowParts>) {
    this.#parts = { link, onReport, open, timing };
  }

  report(): RecorderReport {
    return this.#report;
  }

  /** Opens it, or brings it to the front. Answers whether the browser let us. */
  open(): boolean {
    if (this.#window === null || this.#window.closed) {
      const { link, open, timing } = this.#parts;
      this.#window = open(link.href, `knightswatch-${link.hash.slice(1, 27)}`, FEATURES);
      if (this.#window === null) return false;
      this.#openedMoment = timing.now();
      this.#heardMoment = undefined;
      this.#look();
    }
    this.#window.focus();
    return true;
  }

  /** Anything may be said to a page by anybody: only the recorder's origin counts, and what has its form. */
  hear({ source, origin, data }: Pick<MessageEvent, 'source' | 'origin' | 'data'>): void {
    if (origin !== this.#parts.link.origin || source === null) return;
    const said = (data ?? {}) as Record<string, unknown>;
    if (said['knightswatch'] !== 1) return;
    if (this.#window === null) this.#adopt(source as Window);
    if (source !== this.#window) return;
    this.#heardMoment = this.#parts.timing.now();
    if (said['t'] === 'refused') this.#say(plain('REFUSED'));
    else if (said['t'] === 'state' && SAID.has(said['state'])) this.#say(reportOf(said));
  }

  close(): void {
    this.#cancel();
  }

  /** This page was loaded anew; the recorder was not. */
  #adopt(page: Window): void {
    this.#window = page;
    this.#openedMoment = this.#parts.timing.now();
    this.#look();
  }

  #look(): void {
    this.#cancel();
    const { timing } = this.#parts;
    if (this.#window === null) return;
    if (this.#window.closed) {
      this.#say(plain(this.#report.state === 'SAVED' ? 'SAVED' : 'CLOSED'));
      return;
    }
    // To anybody: a window that has only begun to open belongs to no origin yet, and a greeting tells nothing.
    this.#window.postMessage({ knightswatch: 1, t: 'hello' }, '*');
    const now = timing.now();
    if (this.#heardMoment === undefined) {
      this.#say(plain(now - this.#openedMoment < OPENING_MILLIS ? 'OPENING' : 'SILENT'));
    } else if (now - this.#heardMoment > SILENT_MILLIS) this.#say(plain('SILENT'));
    this.#cancel = timing.after(HELLO_MILLIS, () => this.#look());
  }

  #say(report: RecorderReport): void {
    const same = JSON.stringify(report) === JSON.stringify(this.#report);
    this.#report = report;
    if (!same) this.#parts.onReport(report);
  }
}

function plain(state: RecorderState): RecorderReport {
  return { state, text: '', paused: false };
}

function reportOf({ state, text, paused, held, of }: Record<string, unknown>): RecorderReport {
  return {
    state: state as RecorderState,
    text: typeof text === 'string' ? text.slice(0, 300) : '',
    paused: paused === true,
    ...(typeof held === 'number' && typeof of === 'number' ? { held, of } : {}),
  };
}
