import { createApi, type Api } from '../kernel/api';
import { given, must, onEach, say, show } from '../kernel/dom';
import { ApiProblem } from '../kernel/problems';
import { counted, figure, size } from '../kernel/words';
import { download } from './files';
import { badRow, badRowsFile, type Outcome } from './rejected';
import { upload } from './upload';

const ROWS_SHOWN = 100;
const ASK_MILLIS = 500;

/** Sends a roster file, says how far that is, and shows what came of it. */
export class RosterImport {
  private readonly api: Api = createApi();
  private readonly path: string;
  private readonly megabytes: number;
  private file: File | undefined;
  private outcome: Outcome | undefined;
  private busy = false;

  constructor(private readonly root: HTMLElement) {
    this.path = `/exams/${given(root, 'exam')}/roster`;
    this.megabytes = Number(given(root, 'megabytes'));
    const input = must(root, 'input[type="file"]', HTMLInputElement);
    input.addEventListener('change', () => {
      this.take(input.files?.[0]);
      input.value = '';
    });
    const drop = this.part('drop');
    drop.addEventListener('dragover', (over) => over.preventDefault());
    drop.addEventListener('drop', (dropped) => {
      dropped.preventDefault();
      this.take(dropped.dataTransfer?.files[0]);
    });
    onEach(root, 'click', '[data-rejected-file]', () => void this.keepRejected());
  }

  private take(file: File | undefined): void {
    if (file === undefined || this.busy) return;
    this.file = file;
    this.clear();
    say(this.part('file'), file.name);
    say(this.part('file-note'), size(file.size));
    say(this.part('choose'), 'Other file…');
    if (file.size > this.megabytes * 1_000_000) {
      this.refuse(`The file is larger than ${this.megabytes} MB.`, 'Split it. Nothing was imported.');
    } else {
      void this.send(file);
    }
  }

  private async send(file: File): Promise<void> {
    this.busy = true;
    let answered = false;
    const began = performance.now();
    show(this.part('progress'), true);
    this.progress(0, `Sending ${size(file.size)}`);
    try {
      const sending = upload(file, {
        url: `/api/v1${this.path}`,
        csrfToken: document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? '',
        sent: (share) => {
          this.progress(share / 2, `Sent ${size(file.size * share)} of ${size(file.size)}`);
          if (share === 1) void this.watchReading(() => answered);
        },
      });
      const outcome = (await sending) as Outcome;
      answered = true;
      this.progress(1, `Read in ${((performance.now() - began) / 1000).toFixed(1)} s`);
      this.finish(outcome);
    } catch (problem) {
      answered = true;
      show(this.part('progress'), false);
      this.explain(problem);
    } finally {
      this.busy = false;
      window.kwRosterChanged?.();
    }
  }

  /** Once all is sent the server reads: its own count is shown. */
  private async watchReading(answered: () => boolean): Promise<void> {
    while (!answered()) {
      const now = (await this.api.get(`${this.path}/progress`).catch(() => undefined)) as
        { done: number; of: number; ended: boolean } | undefined;
      if (answered()) return;
      if (now !== undefined && !now.ended && now.of > 0) {
        this.progress(0.5 + now.done / now.of / 2, `Read ${figure(now.done)} of ${counted(now.of, 'row')}`);
      }
      await new Promise((resume) => setTimeout(resume, ASK_MILLIS));
    }
  }

  private finish(outcome: Outcome): void {
    this.outcome = outcome;
    const taken = outcome.added + outcome.updated + outcome.unchanged;
    const bad = outcome.rejected.length;
    for (const name of ['added', 'updated', 'unchanged'] as const) say(this.part(name), figure(outcome[name]));
    say(this.part('rejected'), figure(bad));
    show(this.part('outcome'), true);
    show(this.part('all-in'), bad === 0);
    show(this.part('some-out'), bad > 0);
    const were = bad === 1 ? '1 row was not taken' : `${figure(bad)} rows were not taken`;
    say(this.part('some-out-what'), `${were}; ${taken === 1 ? '1 other is' : `the other ${figure(taken)} are`} in.`);
    say(this.part('rejected-words'), bad === 1 ? 'Download the row' : `Download the ${figure(bad)} rows`);
    show(this.part('bad-rows'), bad > 0);
    must(this.root, 'tbody', HTMLElement).replaceChildren(...outcome.rejected.slice(0, ROWS_SHOWN).map(badRow));
    show(this.part('more'), bad > ROWS_SHOWN);
    say(this.part('more'), `The first ${ROWS_SHOWN} of ${figure(bad)}. The download has all.`);
  }

  private async keepRejected(): Promise<void> {
    if (this.outcome === undefined || this.file === undefined) return;
    const text = badRowsFile(this.outcome.rejected, await this.file.text());
    download(new Blob([text], { type: 'text/csv' }), `rejected-${this.file.name}`);
  }

  private explain(problem: unknown): void {
    if (problem instanceof ApiProblem) {
      const end = problem.detail.indexOf('. ') + 1;
      this.refuse(end > 0 ? problem.detail.slice(0, end) : problem.detail, problem.detail.slice(end).trim());
    } else {
      this.refuse('The server did not answer.', 'Import the same file again: what stands already stays as it is.');
    }
  }

  private refuse(what: string, more: string): void {
    say(this.part('refused-what'), what);
    say(this.part('refused-more'), more);
    show(this.part('refused'), true);
  }

  private clear(): void {
    for (const name of ['refused', 'outcome', 'bad-rows', 'more', 'progress']) show(this.part(name), false);
  }

  private progress(share: number, words: string): void {
    must(this.root, 'progress', HTMLProgressElement).value = share;
    say(this.part('progress-words'), words);
  }

  private part(name: string): HTMLElement {
    return must(this.root, `[data-${name}]`, HTMLElement);
  }
}
