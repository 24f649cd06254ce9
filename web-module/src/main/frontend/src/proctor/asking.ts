import { must, say, show } from '../kernel/dom';
import { questions, read, type Given, type Read, type Reasoned } from './interventions';

/** Whom it is about, and how it is done; it rejects with what went wrong. */
export interface Asked {
  intervention: Reasoned;
  name: string;
  act: (given: Given) => Promise<void>;
  wordsOf: (problem: unknown) => string;
  /** What went wrong after the dialog was closed. */
  onMissed: (words: string) => void;
}

/** Asks for the reason, and has it done. The dialog stays with what was typed until the server has agreed. */
export function ask(dialog: HTMLDialogElement, asked: Asked): void {
  const ended = new AbortController();
  const { signal } = ended;
  const form = must(dialog, 'form', HTMLFormElement);
  write(dialog, asked);
  let sure = questions[asked.intervention].sure === undefined;
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const given = heed(dialog, read(asked.intervention, field(dialog, 'reason').value, field(dialog, 'minutes').value));
    if (given === undefined) return;
    if (sure) await send(dialog, asked, given, signal);
    else makeSure(dialog, asked);
    sure = true;
  };
  form.addEventListener('submit', (event) => void submit(event), { signal });
  part(dialog, 'no').addEventListener('click', () => dialog.close(), { signal });
  holdBack(dialog, signal);
  dialog.addEventListener('close', () => ended.abort(), { signal });
  dialog.showModal();
  field(dialog, asked.intervention === 'extend' ? 'minutes' : 'reason').focus();
}

/** A second click of a double one, and a key that is held down, confirm nothing. */
function holdBack(dialog: HTMLDialogElement, signal: AbortSignal): void {
  const click = (event: MouseEvent): void => {
    if (event.detail > 1) event.preventDefault();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.repeat && event.key === 'Enter') event.preventDefault();
  };
  part(dialog, 'yes').addEventListener('click', click, { signal });
  dialog.addEventListener('keydown', press, { signal });
}

async function send(dialog: HTMLDialogElement, asked: Asked, given: Given, closed: AbortSignal): Promise<void> {
  const yes = part(dialog, 'yes');
  yes.disabled = true;
  try {
    await asked.act(given);
    if (!closed.aborted) dialog.close();
  } catch (problem) {
    const words = asked.wordsOf(problem);
    if (closed.aborted) asked.onMissed(words);
    else trouble(dialog, words);
  } finally {
    if (!closed.aborted) yes.disabled = false;
  }
}

function write(dialog: HTMLDialogElement, { intervention, name }: Asked): void {
  const { title, text, no, yes } = questions[intervention];
  must(dialog, 'form', HTMLFormElement).reset();
  say(must(dialog, '[data-part="title"]', HTMLElement), title);
  say(must(dialog, 'bdi', HTMLElement), name);
  say(must(dialog, '[data-part="text"]', HTMLElement), text);
  show(must(dialog, '[data-part="minutes"]', HTMLElement), intervention === 'extend');
  say(part(dialog, 'no'), no);
  say(part(dialog, 'yes'), yes);
  part(dialog, 'yes').className = `kw-btn ${intervention === 'end' ? 'kw-btn-bad' : 'kw-btn-main'}`;
  part(dialog, 'yes').disabled = false;
  heed(dialog, undefined);
}

function makeSure(dialog: HTMLDialogElement, { intervention }: Asked): void {
  const yes = part(dialog, 'yes');
  say(yes, questions[intervention].sure ?? '');
  yes.classList.replace('kw-btn-bad', 'kw-btn-bad-solid');
  yes.focus();
}

/** Says what is wrong where it is wrong, and answers what is to be sent. */
function heed(dialog: HTMLDialogElement, found: Read | undefined): Given | undefined {
  trouble(dialog, '');
  for (const name of ['reason', 'minutes'] as const) {
    const wrong = found !== undefined && 'field' in found && found.field === name;
    const error = must(dialog, `#intervene-${name}-error`, HTMLElement);
    say(error, wrong ? found.words : '');
    show(error, wrong);
    field(dialog, name).setAttribute('aria-invalid', String(wrong));
    if (wrong) field(dialog, name).focus();
  }
  return found !== undefined && 'given' in found ? found.given : undefined;
}

function trouble(dialog: HTMLDialogElement, words: string): void {
  const place = must(dialog, '[data-part="trouble"]', HTMLElement);
  say(must(place, 'p', HTMLElement), words);
  show(place, words !== '');
}

function field(dialog: HTMLDialogElement, name: 'reason' | 'minutes'): HTMLInputElement {
  return must(dialog, `[name="${name}"]`, HTMLInputElement);
}

function part(dialog: HTMLDialogElement, name: 'yes' | 'no'): HTMLButtonElement {
  return must(dialog, `[data-part="${name}"]`, HTMLButtonElement);
}
