import type { CutterMemory, Reader, Unit } from './cutter';
import type { Pending } from './pending';

/**
 * The last resort for bytes that we can't read: a unit is what arrived at once, a slice long. Better a segment that
 * the archiver must puzzle over than one that was never kept.
 */
export class OpaqueReader implements Reader {
  readonly #memory: CutterMemory;
  readonly #sliceMillis: number;
  #at: number;

  constructor(memory: CutterMemory, from: number, sliceMillis: number) {
    this.#memory = memory;
    this.#at = from;
    this.#sliceMillis = sliceMillis;
  }

  read(pending: Pending): Unit | undefined {
    if (pending.to === this.#at) return undefined;
    const count = this.#memory.opaque ?? 0;
    this.#memory.opaque = count + 1;
    const from = this.#at;
    this.#at = pending.to;
    const startMillis = count * this.#sliceMillis;
    return { from, to: pending.to, begins: true, startMillis, endMillis: startMillis + this.#sliceMillis };
  }
}
