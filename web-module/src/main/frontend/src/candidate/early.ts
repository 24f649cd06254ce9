import type { Clock } from '../kernel/clock';
import { pageTiming } from '../kernel/timing';
import type { Opened } from './entrance';
import { early, type Notice } from './notices';
import { placeOf } from './place';

export interface EarlyOptions {
  opened: Opened;
  clock: Clock;
  notice: (notice: Notice) => void;
  /** Ahead: to get ready before the exam opens. */
  go: (ahead: boolean) => void;
  signal: AbortSignal;
}

/** Counts down until the exam opens, and then goes on by itself. */
export function untilOpen({ opened, clock, notice, go, signal }: EarlyOptions): void {
  const tick = (): void => {
    if (signal.aborted) return;
    if (placeOf(opened, clock.now()) !== 'EARLY') {
      go(false);
      return;
    }
    notice(early(opened, clock.now(), () => go(true)));
    pageTiming.after(500, tick);
  };
  tick();
}
