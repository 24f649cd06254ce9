import { createBackoff } from '../kernel/backoff';
import { pageTiming, type Timing } from '../kernel/timing';
import type { Frame, Line } from '../live/frames';
import { Watching, type WatchView } from '../live/watcher';
import { isWatchable, type Tile } from './tile';

const nothing: WatchView = { state: 'ASKING', camera: undefined, screen: undefined };

/** Live media of everybody on this wall, whichever page is shown: so no candidate can tell who is looked at. */
export class Media {
  readonly #watching: Watching;
  readonly #timing: Timing;
  readonly #onChange: (attemptId: string) => void;
  readonly #views = new Map<string, WatchView>();
  readonly #retries = new Map<string, () => void>();
  readonly #backoff = createBackoff({ firstMillis: 10_000, capMillis: 20_000 });

  constructor(line: Line, onChange: (attemptId: string) => void, timing: Timing = pageTiming) {
    this.#watching = new Watching(line);
    this.#onChange = onChange;
    this.#timing = timing;
  }

  view(attemptId: string): WatchView {
    return this.#views.get(attemptId) ?? nothing;
  }

  /** Watches whoever can be watched and nobody else. What the server had ended is asked for again when it may be had. */
  follow(all: readonly { tile: Tile }[], anew: boolean): void {
    const wanted = new Set(all.filter(({ tile }) => isWatchable(tile)).map(({ tile }) => tile.attemptId));
    for (const id of this.#views.keys()) if (!wanted.has(id)) this.#leave(id);
    for (const id of wanted) {
      if (!this.#views.has(id)) this.#watch(id);
      else if (anew && this.view(id).state === 'ENDED') this.#watch(id).ask();
    }
  }

  heed(frame: Frame): boolean {
    return this.#watching.heed(frame);
  }

  welcome(): void {
    this.#watching.welcome();
  }

  close(): void {
    for (const id of [...this.#views.keys()]) this.#leave(id);
  }

  #watch(id: string): { ask: () => void } {
    if (!this.#views.has(id)) this.#views.set(id, nothing);
    return this.#watching.watch(id, (view) => {
      this.#views.set(id, view);
      if (view.state === 'REFUSED') this.#retryLater(id);
      this.#onChange(id);
    });
  }

  /** A place among the watchers may get free. */
  #retryLater(id: string): void {
    this.#retries.get(id)?.();
    const wait = 10_000 + this.#backoff.next();
    this.#retries.set(
      id,
      this.#timing.after(wait, () => {
        if (this.#views.get(id)?.state === 'REFUSED') this.#watch(id).ask();
      }),
    );
  }

  #leave(id: string): void {
    this.#retries.get(id)?.();
    this.#retries.delete(id);
    this.#views.delete(id);
    this.#watching.unwatch(id);
    this.#onChange(id);
  }
}
