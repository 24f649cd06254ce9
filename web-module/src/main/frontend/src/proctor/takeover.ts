import { element, must, say, show } from '../kernel/dom';
import { timeOfDay } from '../kernel/words';
import { isOver, type Flag, type Tile, type TileTakeover } from './tile';

/** What a proctor reads of two browsers that met. */
export interface TakeoverWords {
  title: string;
  /** The one that was there, and the one that came. */
  older: string;
  newer: string;
}

export function takeoverWords({ waits, at, older, newer }: TileTakeover): TakeoverWords {
  return waits
    ? { title: 'Another browser asks to go on with this exam', older: `There: ${older}`, newer: `Asks: ${newer}` }
    : {
        title: `Another browser took over at ${timeOfDay(Date.parse(at))}`,
        older: `Before: ${older}`,
        newer: `Now: ${newer}`,
      };
}

/** What of it there is to see now. */
export function takeoverOf(tile: Tile): TileTakeover | undefined {
  return isOver(tile) ? undefined : tile.takeover;
}

/** What stood on the tile when another browser came. */
export interface Still {
  picture: HTMLCanvasElement;
  /** By the server's clock. */
  at: number;
}

/** Keeps a still of each tile from the moment that another browser came there. Nothing of it leaves this page. */
export class Stills {
  readonly #fresh = new Map<string, Still | undefined>();
  readonly #kept = new Map<string, { page: string; still: Still | undefined }>();

  /** A flag comes at once; the tile that names both browsers comes later, and the picture may have gone by then. */
  heed(attemptId: string, { reason }: Pick<Flag, 'reason'>, take: () => Still | undefined): void {
    if (reason === 'SECOND_BROWSER') this.#fresh.set(attemptId, take());
  }

  /** Whoever waits has not changed the picture: then it is not too late to `take` one. */
  follow(tile: Tile, take: () => Still | undefined): void {
    const { attemptId } = tile;
    const { page, waits } = takeoverOf(tile) ?? {};
    if (page === undefined) this.#kept.delete(attemptId);
    else if (this.#kept.get(attemptId)?.page !== page) {
      const still = this.#fresh.get(attemptId) ?? (waits === true ? take() : undefined);
      this.#kept.set(attemptId, { page, still });
      this.#fresh.delete(attemptId);
    }
  }

  of(attemptId: string): Still | undefined {
    return this.#kept.get(attemptId)?.still;
  }
}

/** Shows in the focus what is so with two browsers; nothing when they are one. */
export function showTakeover(root: HTMLElement, tile: Tile, still: Still | undefined): void {
  const note = must(root, '[data-part="takeover"]', HTMLElement);
  const takeover = takeoverOf(tile);
  show(note, takeover !== undefined);
  if (takeover === undefined) return;
  const { title, older, newer } = takeoverWords(takeover);
  say(must(note, 'strong', HTMLElement), title);
  say(must(note, '[data-part="older"]', HTMLElement), older);
  say(must(note, '[data-part="newer"]', HTMLElement), newer);
  showStill(must(note, '[data-part="still"]', HTMLElement), still);
}

function showStill(figure: HTMLElement, still: Still | undefined): void {
  show(figure, still !== undefined);
  if (figure.firstElementChild === (still?.picture ?? null)) return;
  if (still === undefined) figure.replaceChildren();
  else {
    const words = `Picture of ${timeOfDay(still.at, true)}, before the other browser came in`;
    figure.replaceChildren(still.picture, element('figcaption', { class: 'kw-muted kw-small', text: words }));
  }
}
