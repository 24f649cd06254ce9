import { pause, type Timing } from '../kernel/timing';
import { isFull } from './space';

export type Trouble = 'STORAGE_FULL' | 'RECORDER_ERROR';

export interface Patience {
  timing: Timing;
  onTrouble: (kind: Trouble, detail: string) => void;
  /** Gives up what was kept for this moment; answers whether there was something. */
  makeRoom?: (() => Promise<boolean>) | undefined;
}

const AGAIN_MILLIS = 1_000;
const MOST_TRIES = 10;

/**
 * Writes to the store until it takes it; a full one may get room by uploading. A store that fails otherwise again and
 * again is gone (its data was cleared, say), and then this fails, too: the next take makes a new one.
 */
export async function patiently(work: () => Promise<void>, { timing, onTrouble, makeRoom }: Patience): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await work();
      return;
    } catch (problem) {
      const full = isFull(problem);
      const relieved = full && (await makeRoom?.().catch(() => false)) === true;
      if (!relieved) onTrouble(full ? 'STORAGE_FULL' : 'RECORDER_ERROR', String(problem));
      if (!full && tries >= MOST_TRIES) throw problem;
      await pause(timing, AGAIN_MILLIS);
    }
  }
}
