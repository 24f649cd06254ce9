import { pageTiming, type Timing } from '../kernel/timing';
import type { Progress } from '../media/progress';
import { partsUploaded, type Saying } from './status';

/**
 * How the recorder stands, for the exam platform's page that opened ours. WAITING: recorded, and kept on the device
 * until the line is back. STOPPED: this page records nothing, and will not. What the others mean, their names say.
 */
export type RecorderState =
  'GETTING_READY' | 'RECORDING' | 'WAITING' | 'NOT_RECORDING' | 'UPLOADING' | 'SAVED' | 'STOPPED';

export interface Report {
  state: RecorderState;
  /** The same in words. */
  text: string;
  paused?: boolean;
  /** Parts that the server holds, and how many there are. */
  held?: number;
  of?: number;
}

/** What the platform's script says to us, again and again: it may have been loaded anew, and so may we. */
interface Hello {
  knightswatch?: unknown;
  t?: unknown;
}

export interface OpenerParts {
  page: Pick<Window, 'postMessage' | 'focus'> | null;
  timing: Timing;
  storage: () => Storage;
}

const AGAIN_MILLIS = 5_000;
const SHELF = 'kw-opener';
const STOPPED = new Set('unknown-link failed over declined not-let-in superseded revoked deleted too-late'.split(' '));

/**
 * The page that opened ours. It hears how the recording stands when the server knows its origin, and nothing else; it
 * can tell us nothing but that it is there.
 */
export class Opener {
  readonly #parts: OpenerParts;
  #allowed: string[] | undefined;
  #origin: string | undefined;
  #report: Report = { state: 'GETTING_READY', text: 'The recorder opens.' };

  constructor({
    page = window.opener as Window | null,
    timing = pageTiming,
    storage = () => sessionStorage,
  }: Partial<OpenerParts> = {}) {
    this.#parts = { page, timing, storage };
    if (this.#parts.page === null) return;
    this.#origin = this.#remembered();
    this.#repeat();
  }

  /** Origins that may hear, such as `https://campus.example.org`. */
  allow(origins: string[]): void {
    this.#allowed = origins;
    this.#tell();
  }

  hear({ source, origin, data }: Pick<MessageEvent, 'source' | 'origin' | 'data'>): void {
    const { knightswatch, t } = (data ?? {}) as Hello;
    if (source === null || source !== this.#parts.page || knightswatch !== 1 || t !== 'hello') return;
    if (this.#origin !== origin) this.#remember(origin);
    this.#origin = origin;
    this.#tell();
  }

  report = (report: Report): void => {
    const same = JSON.stringify(report) === JSON.stringify(this.#report);
    this.#report = report;
    if (!same) this.#tell();
  };

  /** Whether the exam with this address is taken in the page that opened ours. */
  has(examUrl: string | undefined): boolean {
    return this.#mayHear() && (examUrl === undefined || originOf(examUrl) === this.#origin);
  }

  focus(): void {
    this.#parts.page?.focus();
  }

  #mayHear(): boolean {
    return this.#origin !== undefined && this.#allowed?.includes(this.#origin) === true;
  }

  #repeat(): void {
    this.#parts.timing.after(AGAIN_MILLIS, () => {
      this.#tell();
      this.#repeat();
    });
  }

  /** Who may not hear is told just that, or its developers would look for the reason in vain. */
  #tell(): void {
    if (this.#origin === undefined || this.#allowed === undefined) return;
    const said = this.#mayHear() ? { t: 'state', ...this.#report } : { t: 'refused' };
    this.#parts.page?.postMessage({ knightswatch: 1, ...said }, this.#origin);
  }

  #remember(origin: string): void {
    try {
      this.#parts.storage().setItem(SHELF, origin);
    } catch {
      // Then it says hello again.
    }
  }

  #remembered(): string | undefined {
    try {
      return this.#parts.storage().getItem(SHELF) ?? undefined;
    } catch {
      return undefined;
    }
  }
}

/** Of a step before the exam, or of what is said in its place. */
export function stepReport(step: string, title: string): Report {
  if (step === 'goodbye') return { state: 'SAVED', text: title };
  return { state: STOPPED.has(step) || step === 'elsewhere' ? 'STOPPED' : 'GETTING_READY', text: title };
}

/** Of the running exam. */
export function examReport(recorded: boolean, { tone, icon, word, more }: Saying, paused: boolean): Report {
  const text = `${word}. ${more}`.replace('..', '.');
  if (!recorded) return { state: tone === 'info' ? 'GETTING_READY' : 'NOT_RECORDING', text, paused };
  return { state: icon === 'silent' ? 'WAITING' : 'RECORDING', text, paused };
}

/** After the end, while parts are left. */
export function uploadReport(progress: Progress): Report {
  const { segmentsHeld, segmentsKept } = progress;
  return { state: 'UPLOADING', text: partsUploaded(progress), held: segmentsHeld, of: segmentsKept };
}

function originOf(address: string): string | undefined {
  try {
    return new URL(address).origin;
  } catch {
    return undefined;
  }
}
