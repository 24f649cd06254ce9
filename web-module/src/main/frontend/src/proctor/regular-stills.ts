import type { Api } from '../kernel/api';
import type { Picture } from './picture';

export interface RegularStillsOptions {
  api: Api;
  /** How often on average; 0: never. */
  everyMillis: number;
  now: () => number;
  random?: () => number;
}

/** A frame that is older may be one that stands still. */
const FRESH_MILLIS = 2_000;
const WIDTH = 320;
const QUALITY = 0.7;
const TYPE = 'image/jpeg';

/**
 * Sends the server a small still of each live picture now and then, at moments of chance, so that reviewers can hold it
 * against the recording. One that does not arrive is not missed: there will be others.
 */
export class RegularStills {
  readonly #options: RegularStillsOptions;
  readonly #due = new Map<string, number>();

  constructor(options: RegularStillsOptions) {
    this.#options = options;
  }

  /** Of these, whose pictures are drawn now. To be called about once a second. */
  look(pictures: ReadonlyMap<string, Picture>): void {
    const { everyMillis, now } = this.#options;
    if (everyMillis === 0) return;
    for (const id of this.#due.keys()) if (!pictures.has(id)) this.#due.delete(id);
    for (const [id, picture] of pictures) {
      const due = this.#due.get(id);
      if (due === undefined) this.#due.set(id, now() + this.#chance() * everyMillis);
      else if (now() >= due && this.#isLive(picture)) {
        this.#due.set(id, now() + (0.5 + this.#chance()) * everyMillis);
        void this.#send(id, picture).catch(() => undefined);
      }
    }
  }

  #isLive(picture: Picture): boolean {
    const frameAt = picture.frameAt();
    return frameAt !== undefined && this.#options.now() - frameAt < FRESH_MILLIS;
  }

  async #send(id: string, picture: Picture): Promise<void> {
    const blob = await new Promise<Blob | null>((resolve) => {
      const canvas = picture.still(WIDTH);
      if (canvas === undefined) resolve(null);
      else canvas.toBlob(resolve, TYPE, QUALITY);
    });
    if (blob?.type !== TYPE) return;
    const bytes = new Uint8Array(await blob.arrayBuffer());
    await this.#options.api.post(`/attempts/${id}/stills`, bytes, { headers: { 'Content-Type': TYPE } });
  }

  #chance(): number {
    return (this.#options.random ?? Math.random)();
  }
}
