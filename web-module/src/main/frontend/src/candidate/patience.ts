import { createBackoff } from '../kernel/backoff';
import { isPassing } from '../kernel/problems';
import { pageTiming, pause, type Timing } from '../kernel/timing';

export interface PatienceOptions {
  signal: AbortSignal;
  /** Nobody answered, and it is tried again; to be called to try at once. */
  onAway?: (now: () => void) => void;
  timing?: Timing;
}

/**
 * Asks until somebody answers: again and again while the network or the server is away, and at once when the browser is
 * back online. Rejects with a refusal; answers undefined when `signal` ended it.
 */
export async function untilAnswered<T>(ask: () => Promise<T>, options: PatienceOptions): Promise<T | undefined> {
  const { signal, onAway, timing = pageTiming } = options;
  const backoff = createBackoff({ firstMillis: 500, capMillis: 10_000 });
  while (!signal.aborted) {
    try {
      return await ask();
    } catch (problem) {
      if (!isPassing(problem)) throw problem;
      const retry = new AbortController();
      const now = (): void => retry.abort();
      addEventListener('online', now, { signal: retry.signal });
      onAway?.(now);
      await pause(timing, backoff.next(), AbortSignal.any([signal, retry.signal]));
      now();
    }
  }
  return undefined;
}
