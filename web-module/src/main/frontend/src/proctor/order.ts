import { pageTiming, type Timing } from '../kernel/timing';
import { urgencyOf, type Judged } from './condition';
import type { Tile } from './tile';

export type Order = 'need' | 'seat';

/** Who needs somebody first, or by seat; equal need goes by seat, too. */
export function sorted(all: readonly Judged[], order: Order): string[] {
  const need = (one: Judged): number => (order === 'need' ? urgencyOf(one.conditions) : 0);
  const inOrder = [...all].sort((a, b) => need(a) - need(b) || bySeat(a.known.tile, b.known.tile));
  return inOrder.map(({ known }) => known.tile.attemptId);
}

function bySeat(a: Tile, b: Tile): number {
  return a.roomNumber - b.roomNumber || a.seat - b.seat;
}

/** Nothing moves under somebody's hand: while it is on the tiles they stay, and who is new comes last. */
export function settle(shown: readonly string[], wanted: readonly string[], held: boolean): string[] {
  if (!held) return [...wanted];
  const stay = shown.filter((id) => wanted.includes(id));
  return [...stay, ...wanted.filter((id) => !stay.includes(id))];
}

/** The next in the order of need after one; from the last on again from the first. Undefined when nobody is. */
export function nextInNeed(pressing: readonly string[], after: string | undefined): string | undefined {
  const at = after === undefined ? -1 : pressing.indexOf(after);
  return pressing[(at + 1) % Math.max(1, pressing.length)];
}

/** How long after the hand has left the tiles may move. */
const AFTERWARDS_MILLIS = 2_000;

/** Whether pointer or focus are on the tiles, or were a moment ago. */
export class Hold {
  readonly #release: () => void;
  readonly #timing: Timing;
  readonly #reasons = new Set<string>();
  #lasts = false;
  #cancel: () => void = () => undefined;

  constructor(release: () => void, timing: Timing = pageTiming) {
    this.#release = release;
    this.#timing = timing;
  }

  isHeld(): boolean {
    return this.#lasts;
  }

  set(reason: 'pointer' | 'focus', on: boolean): void {
    if (this.#reasons.has(reason) === on) return;
    if (on) this.#reasons.add(reason);
    else this.#reasons.delete(reason);
    this.#cancel();
    if (this.#reasons.size > 0) this.#lasts = true;
    else this.#cancel = this.#timing.after(AFTERWARDS_MILLIS, () => this.#end());
  }

  close(): void {
    this.#cancel();
  }

  #end(): void {
    this.#lasts = false;
    this.#release();
  }
}
