// The frames that lie in the store: of each the time of day that it shows.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { timesOf } from '../../recorder-lab/frames.mjs';

/** All frames of all takes in order. Frames of no time within the exam show no barcode, and are counted apart. */
export function framesOf(takes, from, to) {
  const folder = mkdtempSync(join(tmpdir(), 'faults-film-'));
  try {
    const all = takes.flatMap(({ takeId, bytes }) => {
      const file = join(folder, takeId);
      writeFileSync(file, bytes);
      return bytes.length === 0 ? [] : timesOf(file, Date.now());
    });
    const times = all.filter((time) => time >= from && time <= to).sort((a, b) => a - b);
    return { times, unreadable: all.length - times.length };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
