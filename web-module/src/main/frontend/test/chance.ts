/** Chance that repeats itself: the same seed gives the same run, so a failure can be run again. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Cuts bytes into parts of chance lengths, some of them a single byte. */
export function sliced(bytes: Uint8Array, random: () => number, longest: number): Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = random() < 0.2 ? 1 : 1 + Math.floor(random() * longest);
    parts.push(bytes.subarray(at, at + length));
    at += length;
  }
  return parts;
}
