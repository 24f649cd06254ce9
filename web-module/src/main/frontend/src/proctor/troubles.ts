import { NetworkFailure } from '../kernel/problems';
import { LiveRefusal } from '../live/frames';
import type { Toasts } from './toasts';

/** What went wrong in words, and what to do. */
export function wordsOf(problem: unknown): string {
  if (problem instanceof LiveRefusal) return problem.detail === '' ? problem.code : problem.detail;
  if (problem instanceof NetworkFailure) return 'The server did not answer. The connection comes back by itself.';
  return 'Something went wrong here. Try again.';
}

/** Keeps what was to be done, and offers it again. */
export function failed(toasts: Toasts, key: string, title: string, problem: unknown, again: () => void): void {
  toasts.tell({
    key,
    icon: 'alert',
    tone: 'bad',
    title,
    text: wordsOf(problem),
    action: { words: 'Again', act: again },
    error: true,
  });
}

export function heldBack(toasts: Toasts): void {
  const text = 'Click anywhere or press any key, and you hear it.';
  toasts.tell({ key: 'held', icon: 'vol', tone: 'warn', title: 'The browser holds the sound back', text });
}
