import { must, say } from '../kernel/dom';
import { ApiProblem } from '../kernel/problems';
import { untilAnswered } from './patience';

export interface FinishOptions {
  root: HTMLElement;
  /** Hands the exam in; throws when the server could not be told. */
  handIn: () => Promise<void>;
  signal: AbortSignal;
}

const AWAY = 'The connection is away. Your exam is handed in as soon as it is back; recording goes on until then.';

/** Asks before the exam is finished, and tells the server until it has heard. */
export function askToFinish({ root, handIn, signal }: FinishOptions): void {
  const dialog = must(root, '[data-dialog]', HTMLDialogElement);
  const state = must(root, '[data-finish-state]', HTMLElement);
  const yes = must(root, '[data-hand-in]', HTMLButtonElement);
  const question = state.textContent;
  let trying = new AbortController();

  const finish = async (): Promise<void> => {
    trying = new AbortController();
    yes.disabled = true;
    say(state, 'Handing in…');
    const away = (): void => say(state, AWAY);
    const both = AbortSignal.any([signal, trying.signal]);
    await untilAnswered(handIn, { signal: both, onAway: away }).catch((problem: unknown) => {
      say(state, problem instanceof ApiProblem ? problem.detail : 'It could not be handed in. Try again.');
    });
    yes.disabled = false;
  };
  must(root, '[data-finish]', HTMLElement).addEventListener('click', () => dialog.showModal(), { signal });
  must(root, '[data-stay]', HTMLElement).addEventListener('click', () => dialog.close(), { signal });
  yes.addEventListener('click', () => void finish(), { signal });
  dialog.addEventListener(
    'close',
    () => {
      trying.abort();
      say(state, question);
    },
    { signal },
  );
  signal.addEventListener('abort', () => dialog.close());
}
