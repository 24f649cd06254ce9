import { must } from '../kernel/dom';
import { capital } from '../kernel/words';
import type { Line } from '../live/frames';
import { askFlag, type Mark } from './flagging';
import { createInterventions, type Interventions } from './intervening';
import { QUICK, reasonWords } from './reasons';
import type { Tile } from './tile';
import type { Toasts } from './toasts';
import { failed } from './troubles';

/** What a proctor does to a candidate, and what is said when it fails. */
export interface Acts extends Interventions {
  flag(tile: Tile): Promise<void>;
  /** Without asking. */
  mark(tile: Tile): Promise<void>;
  lower(tile: Tile): Promise<void>;
}

export function createActs(line: Line, toasts: Toasts, root: HTMLElement): Acts {
  const dialog = must(root, '#flag', HTMLDialogElement);
  const send = (tile: Tile, mark: Mark): Promise<void> => sendFlag(line, toasts, tile, mark);
  return {
    ...createInterventions(line, toasts, must(root, '#intervene', HTMLDialogElement)),
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
