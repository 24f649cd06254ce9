import { staffApi, type Api } from '../kernel/api';
import { must, say, show } from '../kernel/dom';
import { ApiProblem } from '../kernel/problems';

/** Asks for a note, and takes the proctor off duty. The page opens anew: it is another one then. */
export function tieLeaving(root: HTMLElement, exam: string, api: Api = staffApi()): void {
  const dialog = must(root, '#leaving', HTMLDialogElement);
  const note = must(dialog, '[name="note"]', HTMLTextAreaElement);
  must(root, '#leave-duty', HTMLElement).addEventListener('click', () => {
    trouble(dialog, '');
    dialog.showModal();
    note.focus();
  });
  must(dialog, '[data-part="no"]', HTMLElement).addEventListener('click', () => dialog.close());
  must(dialog, 'form', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    void leave(dialog, () => api.post(`/exams/${encodeURIComponent(exam)}/wall/leave`, bodyOf(note.value)));
  });
}

/** A note of blanks is none. */
export function bodyOf(note: string): { note?: string } {
  return note.trim() === '' ? {} : { note: note.trim() };
}

async function leave(dialog: HTMLDialogElement, send: () => Promise<unknown>): Promise<void> {
  const yes = must(dialog, '[data-part="yes"]', HTMLButtonElement);
  yes.disabled = true;
  try {
    await send();
    location.reload();
  } catch (problem) {
    trouble(dialog, wordsOf(problem));
    yes.disabled = false;
  }
}

function wordsOf(problem: unknown): string {
  if (problem instanceof ApiProblem) return problem.errors[0]?.message ?? problem.detail;
  return 'The server did not answer, so you may be off duty or not. Your note is still here. Try again.';
}

function trouble(dialog: HTMLDialogElement, words: string): void {
  const place = must(dialog, '[data-part="trouble"]', HTMLElement);
  say(must(place, 'p', HTMLElement), words);
  show(place, words !== '');
}
