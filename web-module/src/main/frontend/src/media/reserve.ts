import { deleteDB, openDB, type IDBPDatabase } from 'idb';
import { isFull } from './space';

const PART_BYTES = 1024 * 1024;
/** The most that a browser makes up at once. */
const CHANCE_BYTES = 65_536;

/**
 * Room that is kept occupied, to be given up when the device is full. Browsers answer how much room there is with a
 * number that they made up, so that this is the only way to know that so much is left, and to say so in time.
 */
export interface Reserve {
  /** Answers how many bytes there was room for; when it was less, none is kept. */
  fill(bytes: number): Promise<number>;
  /** Answers whether there was something to give up. */
  release(): Promise<boolean>;
}

export function createReserve(name = 'knightswatch-reserve'): Reserve {
  const open = (): Promise<IDBPDatabase> =>
    openDB(name, 1, { upgrade: (db) => void db.createObjectStore('parts', { autoIncrement: true }) });

  const release = async (): Promise<boolean> => {
    const db = await open();
    const count = await db.count('parts').finally(() => db.close());
    await deleteDB(name);
    return count > 0;
  };
  return {
    release,
    async fill(bytes) {
      const db = await open();
      let parts = await db.count('parts');
      try {
        for (; parts * PART_BYTES < bytes; parts += 1) await db.add('parts', chance());
        return bytes;
      } catch (problem) {
        if (!isFull(problem)) throw problem;
        db.close();
        await release();
        return parts * PART_BYTES;
      } finally {
        db.close();
      }
    },
  };
}

/** Bytes that nothing makes smaller. */
function chance(): Uint8Array {
  const bytes = new Uint8Array(PART_BYTES);
  for (let at = 0; at < bytes.length; at += CHANCE_BYTES) crypto.getRandomValues(bytes.subarray(at, at + CHANCE_BYTES));
  return bytes;
}
