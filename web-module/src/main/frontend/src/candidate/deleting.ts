import { must, say, show } from '../kernel/dom';
import { counted, size } from '../kernel/words';
import type { Progress } from '../media/progress';

export interface DeletingOptions {
  root: HTMLElement;
  /** What is here; undefined: not known yet. */
  progress: () => Progress | undefined;
  /** Deletes it all. */
  forget: () => Promise<void>;
  onDone: () => void;
  signal: AbortSignal;
}

/** On a computer that others use, too: what is left here may be deleted, by somebody who was told what that costs. */
export function askToDelete({ root, progress, forget, onDone, signal }: DeletingOptions): void {
  const dialog = must(root, '[data-delete-dialog]', HTMLDialogElement);
  const yes = must(root, '[data-delete-yes]', HTMLButtonElement);
  const ask = (): void => {
    say(must(dialog, '[data-delete-text]', HTMLElement), warning(progress()));
    dialog.showModal();
  };
  const remove = async (): Promise<void> => {
    yes.disabled = true;
    await forget().then(
      () => {
        dialog.close();
        onDone();
      },
      () => say(must(dialog, '[data-delete-text]', HTMLElement), 'Your browser did not delete it. Try again.'),
    );
    yes.disabled = false;
  };
  show(must(root, '[data-deleting]', HTMLElement), true);
  must(root, '[data-delete]', HTMLElement).addEventListener('click', ask, { signal });
  must(root, '[data-delete-no]', HTMLElement).addEventListener('click', () => dialog.close(), { signal });
  yes.addEventListener('click', () => void remove(), { signal });
  signal.addEventListener('abort', () => dialog.close());
}

/** What is lost by it. */
export function warning(progress: Progress | undefined): string {
  const left = progress === undefined ? 0 : progress.segmentsKept - progress.segmentsHeld;
  if (progress === undefined || left === 0) return 'What this browser keeps of your recording is deleted.';
  const are = left === 1 ? 'is' : 'are';
  return `${counted(left, 'part')} (${size(progress.bytesLeft)}) ${are} not uploaded yet and ${are} nowhere else. Once deleted, they are missing from your recording for good, and it shows.`;
}
