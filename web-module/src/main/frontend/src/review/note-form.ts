import type { Api } from '../kernel/api';
import { toIso } from '../kernel/clock';
import { must, say } from '../kernel/dom';
import { failureWords, fieldWords } from './failure';
import type { Note } from './facts';

export interface NoteFormOptions {
  root: HTMLElement;
  api: Api;
  attemptId: string;
  /** The moment shown now. */
  at: () => number;
  words: (at: number) => string;
  onNote: (note: Note) => void;
}

/** Notes at a moment. The moment is the one at which one began to write, whatever is played meanwhile. */
export class NoteForm {
  readonly #options: NoteFormOptions;
  readonly #text: HTMLTextAreaElement;
  readonly #error: HTMLElement;
  readonly #shown: HTMLElement;
  #held: number | undefined;

  constructor(options: NoteFormOptions) {
    this.#options = options;
    const form = must(options.root, '[data-note-form]', HTMLFormElement);
    this.#text = must(form, 'textarea', HTMLTextAreaElement);
    this.#error = must(form, '[data-note-error]', HTMLElement);
    this.#shown = must(form, '[data-note-at]', HTMLElement);
    this.#text.addEventListener('input', () => this.#hold(this.#text.value === '' ? undefined : this.#moment()));
    must(form, '[data-note-now]', HTMLButtonElement).addEventListener('click', () => this.#hold(options.at()));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#save();
    });
  }

  /** Takes the moment shown now and waits for words. */
  begin(): void {
    this.#hold(this.#options.at());
    this.#text.focus();
  }

  follow(): void {
    say(this.#shown, this.#options.words(this.#moment()));
  }

  #moment(): number {
    return this.#held ?? this.#options.at();
  }

  #hold(at: number | undefined): void {
    this.#held = at;
    this.follow();
  }

  async #save(): Promise<void> {
    const { api, attemptId, onNote } = this.#options;
    if (this.#text.value.trim() === '') {
      this.#refuse('Say what you saw or heard.');
      return;
    }
    try {
      const body = { at: toIso(this.#moment()), text: this.#text.value };
      const note = (await api.post(`/attempts/${attemptId}/notes`, body)) as Note;
      this.#text.value = '';
      this.#hold(undefined);
      this.#refuse('');
      onNote(note);
    } catch (problem) {
      this.#refuse(fieldWords(problem, 'text') ?? failureWords(problem, 'this note'));
    }
  }

  #refuse(words: string): void {
    say(this.#error, words);
    if (words === '') this.#text.removeAttribute('aria-invalid');
    else this.#text.setAttribute('aria-invalid', 'true');
  }
}
