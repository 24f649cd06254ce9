import type { Api } from '../kernel/api';
import { must, say } from '../kernel/dom';
import { ApiProblem } from '../kernel/problems';
import { timeOfDay } from '../kernel/words';
import { failureWords, fieldWords } from './failure';
import type { Review } from './facts';
import { codeWords } from './marks';

export interface VerdictFormOptions {
  root: HTMLElement;
  api: Api;
  attemptId: string;
  onDecided: (review: Review, next: boolean) => void;
  /** Asks for the review again, because somebody else changed it. */
  onChanged: () => void;
}

/** The verdict and its reason. What was typed is never overwritten by what comes from the server. */
export class VerdictForm {
  readonly #options: VerdictFormOptions;
  readonly #form: HTMLFormElement;
  readonly #reason: HTMLTextAreaElement;
  readonly #said: HTMLElement;
  #version = 0;
  #touched = false;
  /** The last save was refused, because somebody else had decided. */
  #refused = false;

  constructor(options: VerdictFormOptions) {
    this.#options = options;
    this.#form = must(options.root, '[data-verdict-form]', HTMLFormElement);
    this.#reason = must(this.#form, '#reason', HTMLTextAreaElement);
    this.#said = must(this.#form, '[data-verdict-said]', HTMLElement);
    this.#form.addEventListener('input', () => {
      this.#touched = true;
    });
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      const button = event.submitter;
      void this.#save(button instanceof HTMLButtonElement && button.value === 'next');
    });
  }

  show(review: Review): void {
    if (this.#refused && review.version !== this.#version) this.#complain(meanwhile(review), '');
    this.#version = review.version;
    if (this.#touched) return;
    for (const choice of this.#choices()) choice.checked = choice.value === review.verdict;
    this.#reason.value = review.reason ?? '';
    if (review.decidedAt === undefined) return;
    const at = Date.parse(review.decidedAt);
    say(this.#said, `Saved by ${review.reviewer ?? 'a reviewer'} at ${timeOfDay(at)}.`);
  }

  async #save(next: boolean): Promise<void> {
    const verdict = this.#choices().find((choice) => choice.checked)?.value;
    this.#complain(
      verdict === undefined ? 'Choose a verdict.' : '',
      this.#reason.value.trim() === '' ? 'A verdict needs a reason.' : '',
    );
    if (verdict === undefined || this.#reason.value.trim() === '') return;
    try {
      const body = { verdict, reason: this.#reason.value, version: this.#version };
      const review = (await this.#options.api.put(`/attempts/${this.#options.attemptId}/verdict`, body)) as Review;
      this.#touched = false;
      this.#refused = false;
      this.show(review);
      this.#options.onDecided(review, next);
    } catch (problem) {
      this.#explain(problem);
    }
  }

  #explain(problem: unknown): void {
    if (problem instanceof ApiProblem && problem.code === 'VERDICT_CHANGED_MEANWHILE') {
      this.#refused = true;
      this.#options.onChanged();
      return;
    }
    const reason = fieldWords(problem, 'reason');
    const verdict =
      fieldWords(problem, 'verdict') ?? (reason === undefined ? failureWords(problem, 'this verdict') : '');
    this.#complain(verdict, reason ?? '');
  }

  /** Says what is wrong at its place; the first wrong field gets the focus. */
  #complain(verdict: string, reason: string): void {
    say(must(this.#form, '[data-verdict-error]', HTMLElement), verdict);
    say(must(this.#form, '[data-reason-error]', HTMLElement), reason);
    if (reason === '') this.#reason.removeAttribute('aria-invalid');
    else this.#reason.setAttribute('aria-invalid', 'true');
    if (verdict !== '') this.#choices()[0]?.focus();
    else if (reason !== '') this.#reason.focus();
  }

  #choices(): HTMLInputElement[] {
    return [...this.#form.querySelectorAll<HTMLInputElement>('input[name="verdict"]')];
  }
}

function meanwhile({ reviewer, verdict, reason }: Review): string {
  const theirs = `${verdict === undefined ? '' : codeWords(verdict)}: “${reason ?? ''}”`;
  return `${reviewer ?? 'Somebody else'} has decided meanwhile. ${theirs} Your text is still here; saving again replaces theirs.`;
}
