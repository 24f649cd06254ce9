/** The page's monotonic clock and its alarm, handed in so that tests move time by hand. */
export interface Timing {
  /** Milliseconds since the page began. Never goes back, whatever is done to the device's clock. */
  now(): number;
  /** Calls `act` once after `millis`; the answer takes the alarm back. */
  after(millis: number, act: () => void): () => void;
}

export const pageTiming: Timing = {
  now: () => performance.now(),
  after(millis, act) {
    const alarm = setTimeout(act, millis);
    return () => clearTimeout(alarm);
  },
};

/** Resolves after `millis`, or at once when `signal` is aborted. */
export function pause(timing: Timing, millis: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) {
      resolve();
      return;
    }
    const done = (): void => {
      cancel();
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const cancel = timing.after(millis, done);
    signal?.addEventListener('abort', done);
  });
}
