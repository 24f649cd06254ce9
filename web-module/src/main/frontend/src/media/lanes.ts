/** How many uploads go at once: one after trouble, and one more with every lot that goes through. */
export interface Lanes {
  count(): number;
  worked(): void;
  failed(): void;
}

/** Six hundred browsers behind one line that each take all of it time out together; one upload each gets through. */
export function createLanes(most: number): Lanes {
  let now = most;
  return {
    count: () => now,
    worked() {
      now = Math.min(most, now + 1);
    },
    failed() {
      now = 1;
    },
  };
}
