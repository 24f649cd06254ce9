import type { Line } from '../live/frames';
import { ask } from './asking';
import { doneWords, unanswered, type Given, type Intervention, type Reasoned } from './interventions';
import { takeoverOf } from './takeover';
import type { Tile } from './tile';
import type { Toasts } from './toasts';
import { failed, wordsOf as troubleWords } from './troubles';

export type Interventions = Record<Intervention, (tile: Tile) => Promise<void>>;

/** Has done to an exam what a proctor asks for, and says what came of it. */
export function createInterventions(line: Line, toasts: Toasts, dialog: HTMLDialogElement): Interventions {
  const act = async (what: Intervention, tile: Tile, given?: Given): Promise<void> => {
    const { attemptId, name } = tile;
    const { attempt } = await line.request(what, { attempt: attemptId, ...pageOf(what, tile), ...given });
    const { endsAt } = attempt as { endsAt: string };
    const key = `intervention:${attemptId}`;
    toasts.tell({ key, tone: 'info', name, ...doneWords(what, endsAt, given?.minutes) });
  };
  const reasoned = (intervention: Reasoned) => (tile: Tile) => {
    const onMissed = (text: string): void => missed(toasts, tile, text);
    ask(dialog, { intervention, name: tile.name, act: (given) => act(intervention, tile, given), wordsOf, onMissed });
    return Promise.resolve();
  };
  const atOnce = (what: 'admit' | 'resume', title: string) => async (tile: Tile) => {
    const again = (): void => void atOnce(what, title)(tile);
    await act(what, tile).catch((problem: unknown) =>
      failed(toasts, `intervention:${tile.attemptId}`, title, problem, again),
    );
  };
  return {
    admit: atOnce('admit', 'Not let in'),
    resume: atOnce('resume', 'Not resumed'),
    refuse: reasoned('refuse'),
    pause: reasoned('pause'),
    extend: reasoned('extend'),
    end: reasoned('end'),
  };
}

/** Which page of another browser is meant: the one that stood there when the proctor decided. */
function pageOf(what: Intervention, tile: Tile): { page?: string } {
  const takeover = takeoverOf(tile);
  return takeover?.waits === true && (what === 'admit' || what === 'refuse') ? { page: takeover.page } : {};
}

function missed(toasts: Toasts, { attemptId }: Tile, text: string): void {
  toasts.tell({ key: `intervention:${attemptId}`, icon: 'alert', tone: 'bad', title: 'Not done', text, error: true });
}

function wordsOf(problem: unknown): string {
  return unanswered(problem) ?? troubleWords(problem);
}
