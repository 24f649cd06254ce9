import { element, must, say, show } from '../../kernel/dom';
import { ApiProblem } from '../../kernel/problems';

export interface Choice {
  value: string;
  words: string;
}

export interface Question {
  title: string;
  /** Of a person, in any script; behind the title. */
  name?: string;
  text: string;
  /** Whose place it is, where there are several. */
  from: readonly Choice[];
  toLabel: string;
  to: readonly Choice[];
  /** What to say when there is nothing to choose from. */
  nowhere: string;
  yes: string;
  act: (given: Given) => Promise<void>;
}

export interface Given {
  from?: string;
  to: string;
  reason: string;
}

/** Asks where to and why, and has it done. The dialog stays with what was typed until the server has agreed. */
export function askMove(dialog: HTMLDialogElement, question: Question): void {
  const ended = new AbortController();
  const { signal } = ended;
  write(dialog, question);
  must(dialog, 'form', HTMLFormElement).addEventListener(
    'submit',
    (event) => {
      event.preventDefault();
      void send(dialog, question, signal);
    },
    { signal },
  );
  must(dialog, '[data-part="no"]', HTMLElement).addEventListener('click', () => dialog.close(), { signal });
  dialog.addEventListener('close', () => ended.abort(), { signal });
  dialog.showModal();
}

function write(dialog: HTMLDialogElement, { title, name, text, from, to, toLabel, nowhere, yes }: Question): void {
  must(dialog, 'form', HTMLFormElement).reset();
  say(must(dialog, '[data-part="title"]', HTMLElement), title);
  say(must(dialog, 'bdi', HTMLElement), name ?? '');
  say(must(dialog, '[data-part="text"]', HTMLElement), to.length === 0 ? nowhere : text);
  say(must(dialog, '[data-part="to-label"]', HTMLElement), toLabel);
  fill(select(dialog, 'from'), from);
  fill(select(dialog, 'to'), to);
  show(must(dialog, '[data-part="from"]', HTMLElement), from.length > 1);
  for (const part of ['to', 'reason']) show(must(dialog, `[data-part="${part}"]`, HTMLElement), to.length > 0);
  const button = must(dialog, '[data-part="yes"]', HTMLButtonElement);
  say(button, yes);
  show(button, to.length > 0);
  button.disabled = false;
  wrong(dialog, '');
  trouble(dialog, '');
}

async function send(dialog: HTMLDialogElement, question: Question, closed: AbortSignal): Promise<void> {
  const reason = must(dialog, '[name="reason"]', HTMLInputElement).value.trim();
  wrong(dialog, reason === '' ? 'Say why, in a few words.' : '');
  trouble(dialog, '');
  if (reason === '') return;
  const yes = must(dialog, '[data-part="yes"]', HTMLButtonElement);
  const from = select(dialog, 'from').value;
  yes.disabled = true;
  try {
    await question.act({ ...(from === '' ? {} : { from }), to: select(dialog, 'to').value, reason });
    if (!closed.aborted) dialog.close();
  } catch (problem) {
    if (!closed.aborted) trouble(dialog, wordsOf(problem));
  } finally {
    yes.disabled = false;
  }
}

function wordsOf(problem: unknown): string {
  if (!(problem instanceof ApiProblem)) {
    return 'The server did not answer, so it may be done or not. Look how the rooms stand before you try again.';
  }
  return problem.errors[0]?.message ?? problem.detail;
}

function wrong(dialog: HTMLDialogElement, words: string): void {
  const error = must(dialog, '#move-reason-error', HTMLElement);
  const reason = must(dialog, '[name="reason"]', HTMLInputElement);
  say(error, words);
  show(error, words !== '');
  reason.setAttribute('aria-invalid', String(words !== ''));
  if (words !== '') reason.focus();
}

function trouble(dialog: HTMLDialogElement, words: string): void {
  const place = must(dialog, '[data-part="trouble"]', HTMLElement);
  say(must(place, 'p', HTMLElement), words);
  show(place, words !== '');
}

function fill(target: HTMLSelectElement, choices: readonly Choice[]): void {
  target.replaceChildren(
    ...choices.map(({ value, words }) => element('option', { text: words, attributes: { value } })),
  );
}

function select(dialog: HTMLDialogElement, name: 'from' | 'to'): HTMLSelectElement {
  return must(dialog, `[name="${name}"]`, HTMLSelectElement);
}
