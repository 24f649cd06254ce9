import { sha256 } from './sha256';
import type { Segment } from './take';

/** Shows that a commit comes from the page at the live socket: what was heard there, and a digest of it with the segments. */
export interface Witness {
  nonce: string;
  hash: string;
}

interface Heard {
  attemptId: string;
  nonce: string;
}

const KEY = 'kw-nonce';
let heard: Heard | undefined;

/** The newest that the live socket said. Any page of the browser may be the one that uploads, so all of them know it. */
export function keepNonce(attemptId: string, nonce: string): void {
  heard = { attemptId, nonce };
  try {
    localStorage.setItem(KEY, JSON.stringify(heard));
  } catch {
    // Full or closed: then this page alone knows it.
  }
}

/** Of an attempt of which nothing is left to commit. */
export function forgetNonce(attemptId: string): void {
  if (known()?.attemptId !== attemptId) return;
  heard = undefined;
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Closed: then nothing is there.
  }
}

/** Undefined while nothing was heard: commits are as good without. */
export async function witnessOf(
  attemptId: string,
  takeId: string,
  segments: readonly Pick<Segment, 'sequence' | 'sha256'>[],
): Promise<Witness | undefined> {
  const newest = known();
  if (newest?.attemptId !== attemptId) return undefined;
  const lines = [newest.nonce, takeId, ...segments.map((segment) => `${segment.sequence} ${segment.sha256}`)];
  const text = lines.map((line) => `${line}\n`).join('');
  return { nonce: newest.nonce, hash: await sha256(new TextEncoder().encode(text)) };
}

function known(): Heard | undefined {
  try {
    return (JSON.parse(localStorage.getItem(KEY) ?? 'null') as Heard | null) ?? heard;
  } catch {
    return heard;
  }
}
