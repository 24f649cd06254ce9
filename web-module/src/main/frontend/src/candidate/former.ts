import { createApi } from '../kernel/api';
import { forgetAttempt } from '../media/forget';
import { isComplete, type Progress } from '../media/progress';
import { Takes } from '../media/takes';
import { Uploader } from '../media/uploader';
import type { Entrance } from './entrance';
import { untilAnswered } from './patience';
import { uploading, type UploadingOptions } from './rights';

export interface FormerOptions extends UploadingOptions {
  entrance: Entrance;
}

/** A candidate's earlier attempts: what this browser still holds of them goes up beside everything else. */
export class Former {
  readonly #options: FormerOptions;
  readonly #asked = new Set<number>();
  readonly #uploads: { attemptId: string; takes: Takes; uploader: Uploader }[] = [];
  #looking = 0;

  constructor(options: FormerOptions) {
    this.#options = options;
  }

  /** Begins with all attempts before this one. */
  async bringUp(before: number, attemptId: string): Promise<void> {
    if (before === 1) return;
    this.#looking += 1;
    const any = await holdsAny(attemptId).catch(() => false);
    for (let number = 1; any && number < before; number += 1) await this.#upload(number);
    this.#looking -= 1;
  }

  /** How far each of them is; undefined while that is not known. */
  progress(): Progress[] | undefined {
    const known = this.#uploads.map(({ uploader }) => uploader.progress()).filter((progress) => progress !== undefined);
    return this.#looking > 0 || known.length < this.#uploads.length ? undefined : known;
  }

  /** Deletes what this browser keeps of them, sent or not. */
  async forget(): Promise<void> {
    for (const { attemptId, takes, uploader } of this.#uploads) {
      await uploader.close();
      await forgetAttempt(takes, attemptId);
    }
  }

  async #upload(number: number): Promise<void> {
    if (this.#asked.has(number)) return;
    this.#asked.add(number);
    const { entrance, clock } = this.#options;
    const { signal } = new AbortController();
    const resumed = await untilAnswered(() => entrance.resume(number), { signal }).catch(() => undefined);
    if (resumed === undefined) return; // The server takes nothing of it any more.
    const api = createApi({ token: uploading(this.#options, number, resumed), clock });
    const takes = new Takes();
    const { attemptId } = resumed;
    this.#uploads.push({ attemptId, takes, uploader: new Uploader({ attemptId, takes, api, clock }) });
  }
}

/** Whether this browser has something to send of other attempts, of whatever exam. */
async function holdsAny(besides: string): Promise<boolean> {
  const takes = new Takes();
  const all = (await takes.all()).filter(({ attemptId }) => attemptId !== besides);
  const kept = await Promise.all(all.map(async (take) => ({ take, segments: await takes.segments(take.takeId) })));
  await takes.close();
  return !isComplete(kept);
}
