import assert from 'node:assert/strict';
import type { Timing } from '../src/kernel/timing';

/** Time that moves only when a test lets it. */
export class FakeTiming implements Timing {
  #now = 1_000;
  readonly #alarms = new Set<{ due: number; act: () => void }>();

  now(): number {
    return this.#now;
  }

  after(millis: number, act: () => void): () => void {
    const alarm = { due: this.#now + millis, act };
    this.#alarms.add(alarm);
    return () => this.#alarms.delete(alarm);
  }

  /** Moves on, ringing what comes due, and lets the work that it starts run. */
  async pass(millis: number): Promise<void> {
    const end = this.#now + millis;
    for (let next = this.#next(); next !== undefined && next.due <= end; next = this.#next()) {
      this.#ring(next);
      await settled();
    }
    this.#now = end;
    await settled();
  }

  /** Moves on from alarm to alarm until it is so; fails when an hour did not bring it about. */
  async until(so: () => boolean, what: string): Promise<void> {
    const end = this.#now + 3_600_000;
    await settled();
    while (!so()) {
      const next = this.#next();
      assert.ok(next !== undefined && next.due < end, `it never came about that ${what}`);
      this.#ring(next);
      await settled();
    }
  }

  #ring(alarm: { due: number; act: () => void }): void {
    this.#now = Math.max(this.#now, alarm.due);
    this.#alarms.delete(alarm);
    alarm.act();
  }

  #next(): { due: number; act: () => void } | undefined {
    return [...this.#alarms].sort((a, b) => a.due - b.due)[0];
  }
}

/** Lets everything run that is ready to: the fake store needs turns of the event loop, hashing the thread pool. */
export async function settled(): Promise<void> {
  for (let quiet = 0; quiet < 4; quiet += 1) {
    await crypto.subtle.digest('SHA-256', new Uint8Array(1));
    await new Promise((resolve) => setImmediate(resolve));
    if (process.getActiveResourcesInfo().includes('Immediate')) quiet = 0;
  }
}
