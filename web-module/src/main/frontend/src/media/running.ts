import { dropNotes, keepNotes } from './notes';
import { defaultPolicy, type RecordingPolicy, type Track } from './policy';

/** What a reloaded page must know to ask for the camera before the server has said anything. */
export interface Running {
  attemptId: string;
  /** The attempt's, from 1. */
  number: number;
  tracks: Track[];
  policy: RecordingPolicy;
}

/** As an earlier version of this page may have left it: with one attempt only, and less to say of how to record. */
type Note = Omit<Running, 'number' | 'policy'> & { number?: number; policy: Partial<RecordingPolicy> };

const prefix = 'kw-running-';

/** Notes that an attempt runs in this browser. `key` tells the invitations apart, and must not be one. */
export function rememberRunning(key: string, running: Running): void {
  try {
    localStorage.setItem(prefix + key, JSON.stringify(running));
    void keepNotes(key);
  } catch {
    // Without the note, a reload costs the time of one answer more.
  }
}

/** The attempt that was running when the page was left; undefined when there was none. */
export function runningAttempt(key: string): Running | undefined {
  try {
    const note = localStorage.getItem(prefix + key);
    return note === null ? undefined : completed(JSON.parse(note) as Note);
  } catch {
    return undefined;
  }
}

function completed(note: Note): Running {
  return { ...note, number: note.number ?? 1, policy: { ...defaultPolicy, ...note.policy } };
}

/** The attempt has ended: nothing is recorded without asking again. */
export function forgetRunning(key: string): void {
  try {
    localStorage.removeItem(prefix + key);
  } catch {
    // Nothing was kept either.
  }
  void dropNotes(key);
}
