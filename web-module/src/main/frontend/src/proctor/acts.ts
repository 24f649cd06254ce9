import { NetworkFailure } from '../kernel/problems';
import { capital } from '../kernel/words';
import { LiveRefusal, type Line } from '../live/frames';
import { askFlag, type Mark } from './flagging';
import { QUICK, reasonWords } from './reasons';
import type { Tile } from './tile';
import type { Toasts } from './toasts';

/** What went wrong in words, and what to do. */
export function wordsOf(problem: unknown): string {
  if (problem instanceof LiveRefusal) return problem.detail === '' ? problem.code : problem.detail;
  if (problem instanceof NetworkFailure) return 'The server did not answer. The connection comes back by itself.';
  return 'Something went wrong here. Try again.';
}

/** What a proctor does to a candidate, and what is said when it fails. */
export interface Acts {
  flag(tile: Tile): Promise<void>;
  /** Without asking. */
  mark(tile: Tile): Promise<void>;
  lower(tile: Tile): Promise<void>;
}

export function createActs(line: Line, toasts: Toasts, dialog: HTMLDialogElement): Acts {
  const send = (tile: Tile, mark: Mark): Promise<void> => sendFlag(line, toasts, tile, mark);
  return {
    async flag(tile) {
      const mark = await askFlag(dialog, tile.name);
      if (mark !== undefined) await send(tile, mark);
    },
    mark: (tile) => send(tile, QUICK),
    async lower(tile) {
      try {
        await line.request('hand', { attempt: tile.attemptId, up: false });
      } catch (problem) {
        failed(toasts, `lower:${tile.attemptId}`, 'Hand not lowered', problem, () => void this.lower(tile));
      }
    },
  };
}

async function sendFlag(line: Line, toasts: Toasts, tile: Tile, mark: Mark): Promise<void> {
  const key = `flag:${tile.attemptId}`;
  try {
    await line.request('flag', { attempt: tile.attemptId, ...mark });
    const text = `${capital(reasonWords(mark.reason))}. The reviewer sees it.`;
    toasts.tell({ key, icon: 'flag', tone: 'info', name: tile.name, title: 'is flagged', text });
  } catch (problem) {
    failed(toasts, key, 'Not flagged', problem, () => void sendFlag(line, toasts, tile, mark));
  }
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
