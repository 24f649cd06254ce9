import type { Api } from '../kernel/api';
import { element, must, say, show } from '../kernel/dom';
import { failureWords, fieldWords } from './failure';
import { holdWords, keepingWords, keptWords, type Keeping } from './keeping-words';
import { icon } from './mark-list';

export interface KeepingOptions {
  root: HTMLElement;
  api: Api;
  attemptId: string;
}

/** How long the recording is kept, what holds it, and what became of it; and the form that holds and releases it. */
export class KeepingPanel {
  readonly #options: KeepingOptions;
  readonly #reason: HTMLTextAreaElement;
  readonly #error: HTMLElement;
  #shown = '';
  #own = false;

  constructor(options: KeepingOptions) {
    this.#options = options;
    const form = must(options.root, '[data-hold-form]', HTMLFormElement);
    this.#reason = must(form, 'textarea', HTMLTextAreaElement);
    this.#error = must(form, '[data-hold-error]', HTMLElement);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#save();
    });
  }

  /** Asks anew. While the server is away it says what it said before. */
  async refresh(): Promise<void> {
    const { api, attemptId } = this.#options;
    const keeping = (await api.get(`/attempts/${attemptId}/retention`).catch(() => undefined)) as Keeping | undefined;
    if (keeping !== undefined) this.#show(keeping);
  }

  #show(keeping: Keeping): void {
    const wanted = JSON.stringify(keeping);
    if (wanted === this.#shown) return;
    this.#shown = wanted;
    const { root } = this.#options;
    this.#own = keeping.holds.some((hold) => !hold.wholeExam);
    this.#above(keeping);
    say(must(root, '[data-keeping-words]', HTMLElement), keepingWords(keeping));
    const holds = keeping.holds.map((hold) => {
      const title = hold.wholeExam ? 'The whole exam is on hold' : 'On hold';
      const words = element('strong', { class: 'kw-st kw-s-info' }, icon('lock'), title);
      return element('li', { class: 'kw-hold' }, words, element('p', { text: holdWords(hold) }));
    });
    must(root, '[data-holds]', HTMLElement).replaceChildren(...holds);
    show(must(root, '[data-hold-form]', HTMLElement), keeping.purge?.removingAt === undefined);
    say(must(root, '[data-hold-label]', HTMLElement), this.#own ? 'Reason of the release' : 'Reason of a hold');
    say(must(root, '[data-hold-act]', HTMLElement), this.#own ? 'Release the hold' : 'Put on hold');
  }

  #above(keeping: Keeping): void {
    const { root, attemptId } = this.#options;
    const note = must(root, '[data-kept]', HTMLElement);
    const said = keptWords(keeping);
    root.dataset['purged'] = String(keeping.purge?.purgedAt !== undefined);
    show(note, said !== undefined);
    say(must(note, '[data-kept-title]', HTMLElement), said?.title ?? '');
    say(must(note, '[data-kept-text]', HTMLElement), said?.text ?? '');
    must(note, '.kw-i', HTMLElement).className = `kw-i kw-i-${keeping.purge === undefined ? 'lock' : 'gone'}`;
    const way = must(note, '[data-kept-way]', HTMLElement);
    show(way, keeping.purge !== undefined);
    must(way, 'a', HTMLAnchorElement).href = `/api/v1/attempts/${attemptId}/certificate`;
  }

  async #save(): Promise<void> {
    const { api, attemptId } = this.#options;
    const reason = this.#reason.value;
    if (reason.trim() === '') {
      this.#refuse('Say why.');
      return;
    }
    try {
      await api.post(`/attempts/${attemptId}/hold${this.#own ? '/release' : ''}`, { reason });
      this.#reason.value = '';
      this.#refuse('');
    } catch (problem) {
      this.#refuse(fieldWords(problem, 'reason') ?? failureWords(problem, 'this hold'));
    }
    await this.refresh();
  }

  #refuse(words: string): void {
    say(this.#error, words);
    if (words === '') this.#reason.removeAttribute('aria-invalid');
    else this.#reason.setAttribute('aria-invalid', 'true');
  }
}
