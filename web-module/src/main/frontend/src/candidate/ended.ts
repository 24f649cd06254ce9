import { must, say, show } from '../kernel/dom';
import { pageTiming } from '../kernel/timing';
import { counted, figure, span, timeOfDay } from '../kernel/words';
import type { Track } from '../media/policy';
import type { Progress } from '../media/progress';
import { showOffer, withOffer, type Offer } from './again';
import { askToDelete } from './deleting';
import {
  endedNote,
  endedText,
  endedTitle,
  leftWords,
  remainingMillis,
  trackWords,
  type Ending,
  type Sample,
} from './ended-words';
import type { Opened, Resumed } from './entrance';
import { uploadReport } from './opener';
import type { Stage } from './stage';
import { allSaved, deleted, elsewhere, type Notice } from './notices';
import { partsUploaded } from './status';

export interface EndedOptions {
  root: HTMLElement;
  opened: Opened;
  resumed: Resumed;
  endedAt: number;
  /** How far the uploads are, those of earlier attempts included; undefined: not known yet. */
  progress: () => Progress | undefined;
  /** Another attempt that is there. */
  offer: Offer | undefined;
  stage: Pick<Stage, 'announce' | 'opener'>;
  /** Deletes all that this browser keeps of it. */
  forget: () => Promise<void>;
  /** Nothing is left to do here. */
  onDone: (notice: Notice) => void;
}

const SAMPLED_MILLIS = 20_000;

/** The page after the end: says honestly what of the recording has arrived, until all of it has. */
export class Ended {
  readonly #options: EndedOptions;
  readonly #samples: Sample[] = [];
  #cancel: () => void = () => undefined;
  readonly #closing = new AbortController();
  #lost = 0;
  #closed = false;

  constructor(options: EndedOptions) {
    this.#options = options;
    showOffer(options.root, options.offer);
    const { root, progress, forget } = options;
    askToDelete({
      root,
      progress,
      forget: () => this.#forget(forget),
      onDone: () => this.#deleted(),
      signal: this.#closing.signal,
    });
    this.#tick();
  }

  title(): string {
    return endedTitle(this.#ending());
  }

  /** Whether parts are left that only this browser has. */
  holdsBack(): boolean {
    return !this.#closed && left(this.#options.progress()) > 0;
  }

  show(): void {
    if (this.#closed) return;
    const { root, offer, onDone } = this.#options;
    const progress = this.#options.progress();
    if (progress?.state === 'COMPLETE') {
      this.close();
      onDone(withOffer(this.#outcome(progress), offer));
      return;
    }
    const ending = this.#ending();
    this.#write('ended-title', endedTitle(ending));
    this.#write('ended-text', endedText(ending));
    this.#write('ended-at', `ended at ${timeOfDay(this.#options.endedAt, true)}`);
    if (progress !== undefined) {
      this.#showProgress(progress, ending.remainingMillis);
      this.#options.stage.opener.report(uploadReport(progress));
    }
    const { tone, icon, title, text } = endedNote(ending);
    must(root, '[data-ended-note]', HTMLElement).className = `kw-note kw-s-${tone}`;
    must(root, '[data-note-icon]', HTMLElement).className = `kw-i kw-i-${icon}`;
    this.#write('note-title', title);
    this.#write('note-text', text);
  }

  close(): void {
    this.#closed = true;
    this.#closing.abort();
    this.#cancel();
  }

  /** Once nothing is left, an empty store must not pass for a complete upload. */
  async #forget(forget: () => Promise<void>): Promise<void> {
    this.#lost = left(this.#options.progress());
    this.#closed = true;
    await forget().catch((problem: unknown) => {
      this.#closed = false;
      this.#tick();
      throw problem;
    });
  }

  #deleted(): void {
    const { onDone, opened, offer } = this.#options;
    this.close();
    onDone(withOffer(deleted(opened, this.#lost), offer));
  }

  #tick(): void {
    const progress = this.#options.progress();
    if (progress !== undefined) {
      this.#samples.push({ moment: pageTiming.now(), bytesLeft: progress.bytesLeft });
      if (this.#samples.length > SAMPLED_MILLIS / 1_000) this.#samples.shift();
    }
    this.show();
    if (!this.#closed) this.#cancel = pageTiming.after(1_000, () => this.#tick());
  }

  #ending(): Ending {
    const { opened, resumed, endedAt, progress } = this.#options;
    return {
      opened,
      state: resumed.state,
      endedAt,
      progress: progress(),
      remainingMillis: remainingMillis(this.#samples),
    };
  }

  #showProgress(progress: Progress, remaining: number | undefined): void {
    const bar = must(this.#options.root, '[data-bar]', HTMLProgressElement);
    bar.max = Math.max(1, progress.segmentsKept);
    bar.value = progress.segmentsHeld;
    this.#write('held', figure(progress.segmentsHeld));
    this.#write('of', `of ${counted(progress.segmentsKept, 'part')} uploaded`);
    this.#write('left', leftWords(progress));
    this.#write('remaining', remaining === undefined ? '' : `about ${span(remaining)}`);
    for (const track of ['camera', 'screen'] as const) this.#showTrack(track, progress);
    if (progress.segmentsHeld % 25 === 0) this.#options.stage.announce(partsUploaded(progress));
  }

  #showTrack(track: Track, { tracks }: Progress): void {
    const line = must(this.#options.root, `[data-track="${track}"]`, HTMLElement);
    const progress = tracks[track];
    show(line, progress !== undefined);
    if (progress === undefined) return;
    const done = progress.segmentsHeld >= progress.segmentsKept;
    line.className = done ? 'kw-s-ok' : 'kw-s-open';
    must(line, '.kw-i', HTMLElement).className = `kw-i kw-i-${done ? 'check' : 'recover'}`;
    say(must(line, 'span', HTMLElement), trackWords(progress));
  }

  /** What this browser has is held. Whether another one has more, only the server knows, and only of takes it heard of. */
  #outcome(progress: Progress): Notice {
    const { opened, resumed } = this.#options;
    if (progress.segmentsKept > 0) return allSaved(opened, progress.segmentsHeld);
    const missing = resumed.takes.some(
      ({ held, lastSequence }) => lastSequence === undefined || countOf(held) <= lastSequence,
    );
    const held = resumed.takes.reduce((sum, take) => sum + countOf(take.held), 0);
    return missing ? elsewhere(opened) : allSaved(opened, held);
  }

  #write(name: string, text: string): void {
    say(must(this.#options.root, `[data-${name}]`, HTMLElement), text);
  }
}

function left(progress: Progress | undefined): number {
  return progress === undefined ? 0 : progress.segmentsKept - progress.segmentsHeld;
}

function countOf(held: [number, number][]): number {
  return held.reduce((sum, [first, last]) => sum + last - first + 1, 0);
}
