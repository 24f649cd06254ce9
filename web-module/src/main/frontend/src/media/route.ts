import type { Timing } from '../kernel/timing';

/** Lots in a row of which nothing reached the store, while our server answered, until uploads go through the server. */
const FAILED_LOTS = 2;
const FIRST_MILLIS = 60_000;
const LONGEST_MILLIS = 600_000;

/**
 * Which way segments go: straight to the store, or through our server on networks that can't reach it. The store is
 * tried again now and then, for the server's sake.
 */
export interface Route {
  relaying(): boolean;
  storeWorked(): void;
  /** A whole lot failed, although our server had answered just before. */
  storeFailed(): void;
  /** The server could not relay either: it is no better than the store. */
  relayFailed(): void;
}

export function createRoute(timing: Timing): Route {
  let failures = 0;
  let relayUntil = 0;
  let span = FIRST_MILLIS;
  return {
    relaying: () => timing.now() < relayUntil,
    storeWorked() {
      failures = 0;
      span = FIRST_MILLIS;
    },
    storeFailed() {
      failures += 1;
      if (failures < FAILED_LOTS) return;
      relayUntil = timing.now() + span;
      span = Math.min(LONGEST_MILLIS, span * 2);
    },
    relayFailed() {
      relayUntil = 0;
    },
  };
}
