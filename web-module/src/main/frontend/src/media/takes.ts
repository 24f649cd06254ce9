import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import type { CutterMemory, Piece } from './cutter';
import type { CloseReason } from './policy';
import { sha256 } from './sha256';
import type { NewTake, Segment, Slice, Take } from './take';

interface Schema extends DBSchema {
  takes: { key: string; value: Take; indexes: { attempt: string } };
  slices: { key: [string, number]; value: Slice };
  segments: { key: [string, number]; value: Segment };
  data: { key: [string, number]; value: ArrayBuffer };
}

type Stores = ('takes' | 'slices' | 'segments' | 'data')[];
type Writing = IDBPTransaction<Schema, Stores, 'readwrite'>;

/** What moves from slices into segments at once. */
export interface Cut {
  /** Where the last cut ended, as the one who cuts believes; another belief is refused. */
  from: number;
  to: number;
  pieces: Piece[];
  memory: CutterMemory;
  /** Moment of the first sample in server time, when the server was heard. */
  startedAt?: number | undefined;
  /** Ends the take with this cut: no slice is left behind. */
  end?: CloseReason;
}

/**
 * The browser's own store of what it recorded. A slice is on the disk before anything else is done with it; a cut moves
 * slices into immutable segments in one transaction; a segment goes only when the server was seen to hold it. So a page
 * may die between any two calls here and the next one goes on from what stands in the store.
 */
export class Takes {
  readonly #name: string;
  readonly #listeners = new Set<() => void>();
  readonly #pages: BroadcastChannel;
  #db: Promise<IDBPDatabase<Schema>> | undefined;

  constructor(name = 'knightswatch') {
    this.#name = name;
    this.#pages = new BroadcastChannel(`kw-takes-${name}`);
    this.#pages.onmessage = () => this.#tell();
  }

  async begin(take: NewTake): Promise<void> {
    await this.#write(['takes'], async (tx) => {
      await tx.objectStore('takes').add({ ...take, cutTo: 0, nextSequence: 0, endMillis: 0 });
    });
    this.#changed();
  }

  /** A slice is safe from a killed browser at once; `flush` makes it, and all before it, safe from a power cut. */
  async addSlice(slice: Slice, flush: boolean): Promise<void> {
    const write = async (tx: Writing): Promise<void> => {
      const added = tx.objectStore('slices').add(slice, [slice.takeId, slice.from]);
      tx.commit(); // Without waiting for the page to hear of the request: it may have no time left.
      await added;
    };
    await this.#write(['slices'], write, flush ? 'strict' : 'relaxed');
  }

  /**
   * Cuts, or does nothing at all. Throws when the take has ended or was cut elsewhere in the meantime. A segment may be
   * sent next, and after a power cut must still be the one that was; the page that leaves can't wait for a busy disk.
   */
  async cut(takeId: string, cut: Cut): Promise<void> {
    const hashes = await Promise.all(cut.pieces.map((piece) => sha256(piece.bytes)));
    const write = async (tx: Writing): Promise<void> => {
      const take = await tx.objectStore('takes').get(takeId);
      if (take === undefined || take.ended !== undefined || take.cutTo !== cut.from)
        throw new Error(`Take ${takeId} was cut elsewhere`);
      for (const [index, piece] of cut.pieces.entries()) {
        await addSegment(tx, take, piece, hashes[index] ?? '');
      }
      await dropSlices(tx, takeId, cut.end === undefined ? cut.to : Infinity);
      await tx.objectStore('takes').put(afterCut(take, cut));
    };
    await this.#write(['takes', 'slices', 'segments', 'data'], write, cut.end === 'PAGE_LEFT' ? 'relaxed' : 'strict');
    this.#changed();
  }

  async all(): Promise<Take[]> {
    return (await this.#open()).getAll('takes');
  }

  async ofAttempt(attemptId: string): Promise<Take[]> {
    return (await this.#open()).getAllFromIndex('takes', 'attempt', attemptId);
  }

  async slices(takeId: string): Promise<Slice[]> {
    return (await this.#open()).getAll('slices', ofTake(takeId));
  }

  async segments(takeId: string): Promise<Segment[]> {
    return (await this.#open()).getAll('segments', ofTake(takeId));
  }

  async data(takeId: string, sequence: number): Promise<ArrayBuffer | undefined> {
    return (await this.#open()).get('data', [takeId, sequence]);
  }

  /** Lets go of segments that the server was seen to hold. Deletes only, so that it works on a full disk, too. */
  async held(takeId: string, sequences: number[]): Promise<void> {
    await this.#write(['segments', 'data'], async (tx) => {
      for (const sequence of sequences) {
        await tx.objectStore('segments').delete([takeId, sequence]);
        await tx.objectStore('data').delete([takeId, sequence]);
      }
    });
  }

  async mismatched(takeId: string, sequence: number, heldSha256: string): Promise<void> {
    await this.#write(['segments'], async (tx) => {
      const segment = await tx.objectStore('segments').get([takeId, sequence]);
      if (segment !== undefined)
        await tx.objectStore('segments').put({ ...segment, mismatch: heldSha256 }, [takeId, sequence]);
    });
  }

  async update(takeId: string, change: Partial<Take>): Promise<void> {
    await this.#write(['takes'], async (tx) => {
      const take = await tx.objectStore('takes').get(takeId);
      if (take !== undefined) await tx.objectStore('takes').put({ ...take, ...change });
    });
  }

  /** Removes a take of which nothing is left to send. */
  async forget(takeId: string): Promise<void> {
    await this.#write(['takes', 'slices', 'segments', 'data'], async (tx) => {
      await tx.objectStore('takes').delete(takeId);
      await dropSlices(tx, takeId, Infinity);
      await tx.objectStore('segments').delete(ofTake(takeId));
      await tx.objectStore('data').delete(ofTake(takeId));
    });
  }

  /** Hears of new segments and takes, from other pages of this browser too; the answer ends it. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#pages.close();
    const db = await this.#db;
    db?.close();
  }

  #changed(): void {
    this.#pages.postMessage(null);
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #open(): Promise<IDBPDatabase<Schema>> {
    this.#db ??= openDB<Schema>(this.#name, 1, {
      upgrade(db) {
        db.createObjectStore('takes', { keyPath: 'takeId' }).createIndex('attempt', 'attemptId');
        db.createObjectStore('slices');
        db.createObjectStore('segments');
        db.createObjectStore('data');
      },
      terminated: () => {
        this.#db = undefined; // The browser closed it; the next call opens it anew.
      },
    }).catch((problem: unknown) => {
      this.#db = undefined;
      throw problem;
    });
    return this.#db;
  }

  /** What is written is on the disk in its order, so that whatever is flushed flushes all before it. */
  async #write(
    stores: Stores,
    work: (tx: Writing) => Promise<void>,
    durability: IDBTransactionDurability = 'relaxed',
  ): Promise<void> {
    const tx = (await this.#open()).transaction(stores, 'readwrite', { durability });
    const done = tx.done;
    done.catch(() => undefined); // Heard below; without this line an abort would also count as unhandled.
    try {
      await work(tx);
    } catch (problem) {
      abort(tx);
      throw problem;
    }
    await done;
  }
}

function abort(tx: Writing): void {
  try {
    tx.abort();
  } catch {
    // The failed request has aborted it already.
  }
}

function ofTake(takeId: string): IDBKeyRange {
  return IDBKeyRange.bound([takeId, 0], [takeId, Infinity]);
}

async function addSegment(tx: Writing, take: Take, piece: Piece, hash: string): Promise<void> {
  const { takeId } = take;
  const sequence = take.nextSequence;
  const { bytes, startMillis, durationMillis } = piece;
  const segment = { takeId, sequence, bytes: bytes.length, sha256: hash, startMillis, durationMillis };
  await tx.objectStore('segments').add(segment, [takeId, sequence]);
  await tx.objectStore('data').add(bytes.buffer, [takeId, sequence]);
  take.nextSequence += 1;
  take.endMillis = startMillis + durationMillis;
}

async function dropSlices(tx: Writing, takeId: string, to: number): Promise<void> {
  let cursor = await tx.objectStore('slices').openCursor(IDBKeyRange.bound([takeId, 0], [takeId, to]));
  while (cursor !== null) {
    if (cursor.value.from + cursor.value.data.byteLength <= to) await cursor.delete();
    cursor = await cursor.continue();
  }
}

function afterCut(take: Take, { to, memory, startedAt, end }: Cut): Take {
  return {
    ...take,
    cutTo: to,
    memory,
    ...(startedAt === undefined || take.startedAt !== undefined ? {} : { startedAt }),
    ...(end === undefined ? {} : { ended: { lastSequence: take.nextSequence - 1, reason: end } }),
  };
}
