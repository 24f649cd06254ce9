import type { Clock } from '../kernel/clock';
import { endedAt } from './take';
import type { Takes } from './takes';
import { forgetNonce } from './witness';

/** An attempt does not go on for longer than this after the last that this browser recorded of it. */
const GOES_ON_MILLIS = 24 * 3_600_000;
/** No server waits for longer. */
const LONGEST_LATE_MILLIS = 60 * 24 * 3_600_000;

/**
 * Forgets what nobody takes any more, whosever attempt it was: on a computer that many use, this page is the only one
 * that can. Only by the server's time, for a device's clock may be wrong by years.
 */
export async function forgetOldTakes(takes: Takes, clock: Clock): Promise<void> {
  if (!clock.known()) return;
  for (const take of await takes.all()) {
    const { takeId, lateMillis = LONGEST_LATE_MILLIS } = take;
    if (clock.now() - endedAt(take, clock) > lateMillis + GOES_ON_MILLIS) await takes.forget(takeId);
  }
}

/** Forgets all of an attempt, sent or not. */
export async function forgetAttempt(takes: Takes, attemptId: string): Promise<void> {
  forgetNonce(attemptId);
  for (const { takeId } of await takes.ofAttempt(attemptId)) await takes.forget(takeId);
}
