/** The bytes of a take that are in no segment yet, addressed by their offset in the take. */
export class Pending {
  #from: number;
  #bytes = new Uint8Array(64 * 1024);
  #length = 0;

  constructor(from = 0) {
    this.#from = from;
  }

  get from(): number {
    return this.#from;
  }

  get to(): number {
    return this.#from + this.#length;
  }

  append(bytes: Uint8Array): void {
    if (this.#length + bytes.length > this.#bytes.length) {
      const roomier = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + bytes.length));
      roomier.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = roomier;
    }
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** A look at the bytes between two offsets; valid until the next change. */
  view(from: number, to: number): DataView {
    return new DataView(this.#bytes.buffer, from - this.#from, to - from);
  }

  /** Hands over everything before `to`. */
  take(to: number): Uint8Array<ArrayBuffer> {
    const count = to - this.#from;
    const taken = this.#bytes.slice(0, count);
    this.#bytes.copyWithin(0, count, this.#length);
    this.#length -= count;
    this.#from = to;
    return taken;
  }
}
