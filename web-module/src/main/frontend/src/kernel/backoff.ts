/** How long to wait before the next try: exponential, with full jitter so that an exam hall does not knock in step. */
export interface Backoff {
  /** Milliseconds until the next try. A wait that the server asked for is a floor, never cut short. */
  next(retryAfterMillis?: number): number;
  /** Tries since the last success. */
  tries(): number;
  reset(): void;
}

export interface BackoffBounds {
  firstMillis: number;
  capMillis: number;
}

export function createBackoff(
  { firstMillis, capMillis }: BackoffBounds = { firstMillis: 500, capMillis: 30_000 },
  random: () => number = Math.random,
): Backoff {
  let tries = 0;
  return {
    next(retryAfterMillis = 0) {
      const ceiling = Math.min(capMillis, firstMillis * 2 ** Math.min(tries, 30));
      tries += 1;
      return retryAfterMillis + Math.ceil(random() * ceiling);
    },
    tries: () => tries,
    reset() {
      tries = 0;
    },
  };
}
