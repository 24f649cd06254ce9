import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { pageTiming, pause } from '../kernel/timing';

/**
 * What a page must know that comes back to an exam, kept a second time: browsers write localStorage to the disk some
 * seconds later, on busy pages a minute, and a browser that was killed until then would ask the candidate to start anew.
 */
const prefixes = ['kw-running-', 'kw-exam-', 'kw-browser-'];

const PATIENCE_MILLIS = 1_000;

interface Schema extends DBSchema {
  notes: { key: string; value: Record<string, string> };
}

/** Keeps what is in localStorage of one exam. Where nothing can be kept, localStorage has to do. */
export async function keepNotes(key: string): Promise<void> {
  const notes: Record<string, string> = {};
  for (const name of prefixes.map((prefix) => prefix + key)) {
    const note = localStorage.getItem(name);
    if (note !== null) notes[name] = note;
  }
  await change(async (db) => {
    const tx = db.transaction('notes', 'readwrite', { durability: 'strict' });
    await tx.store.put(notes, key);
    await tx.done;
  });
}

/** Puts back what localStorage lost, or soon gives up: a store on the disk answers within milliseconds, or is broken. */
export async function restoreNotes(key: string): Promise<void> {
  await Promise.race([restore(key), pause(pageTiming, PATIENCE_MILLIS)]);
}

async function restore(key: string): Promise<void> {
  await change(async (db) => {
    for (const [name, note] of Object.entries((await db.get('notes', key)) ?? {})) {
      if (localStorage.getItem(name) === null) localStorage.setItem(name, note);
    }
  });
}

export async function dropNotes(key: string): Promise<void> {
  await change((db) => db.delete('notes', key));
}

async function change(how: (db: IDBPDatabase<Schema>) => Promise<void>): Promise<void> {
  try {
    const db = await openDB<Schema>('knightswatch-notes', 1, {
      upgrade: (fresh) => void fresh.createObjectStore('notes'),
    });
    try {
      await how(db);
    } finally {
      db.close();
    }
  } catch {
    // Full or closed.
  }
}
