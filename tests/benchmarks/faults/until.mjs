/** Waits for something to become so; fails after a time by its name. */
export async function until(so, what, limitMillis = 120_000) {
  for (const end = performance.now() + limitMillis; ; await pause(50)) {
    const answer = await so();
    if (answer) return answer;
    if (performance.now() > end) throw new Error(`It never came about that ${what}`);
  }
}

export const pause = (millis) => new Promise((done) => setTimeout(done, millis));
