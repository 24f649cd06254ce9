import { capital, counted, timeOfDay } from '../kernel/words';
import type { Changes, News } from './news';
import { takeoverWords } from './takeover';
import { place, type Message, type Tile } from './tile';
import type { Toast, Toasts } from './toasts';

/** Who went missing or is gone stands in one place: the one becomes the other. */
const keys = { missing: 'presence', gone: 'presence', hand: 'hand', message: 'message', browser: 'browser' } as const;

export interface Notices {
  /** Tells what has begun, and takes away what is over with. */
  changed(changes: Changes, severalRooms: boolean): void;
  /** Somebody wrote; unless the proctor has it before them. */
  wrote(tile: Tile, message: Message, severalRooms: boolean): void;
  /** The proctor looks at somebody: what stands there of them needs no more saying. */
  looked(attemptId: string): void;
}

export function createNotices(toasts: Toasts, open: (attemptId: string) => void): Notices {
  const tell = (tile: Tile, toast: Omit<Toast, 'name' | 'action'>): void => {
    const action = { words: 'Show', act: () => open(tile.attemptId) };
    toasts.tell({ ...toast, name: tile.name, action });
  };
  return {
    changed({ begun, ended }, severalRooms) {
      for (const news of ended) toasts.withdraw(keyOf(news));
      for (const news of begun) {
        if (news.kind === 'message' && toasts.has(keyOf(news))) continue; // Its words stand there already.
        tell(news.tile, { key: keyOf(news), ...wordsOf(news, severalRooms) });
      }
    },
    wrote(tile, { text }, severalRooms) {
      const words = wordsOf({ kind: 'message', tile }, severalRooms);
      tell(tile, { key: keyOf({ kind: 'message', tile }), ...words, text });
    },
    looked(attemptId) {
      for (const key of Object.values(keys)) toasts.withdraw(`${key}:${attemptId}`);
    },
  };
}

function keyOf({ kind, tile }: News): string {
  return `${keys[kind]}:${tile.attemptId}`;
}

function wordsOf({ kind, tile }: News, severalRooms: boolean): Pick<Toast, 'icon' | 'tone' | 'title' | 'text'> {
  const at = capital(place(tile, severalRooms));
  const seen = timeOfDay(Date.parse(tile.presenceSince ?? tile.joinedAt), true);
  switch (kind) {
    case 'missing':
      return { icon: 'half', tone: 'missing', title: 'is missing', text: `${at}, no sign since ${seen}.` };
    case 'gone':
      return { icon: 'gone', tone: 'gone', title: 'is gone', text: `${at}, no sign since ${seen}.` };
    case 'browser':
      return browserWords(tile, at);
    case 'hand':
      return { icon: 'hand', tone: 'hand', title: 'raised a hand', text: `${at}.` };
    case 'message':
      return { icon: 'chat', tone: 'hand', title: 'wrote', text: `${at}, ${counted(tile.unread, 'message')} unread.` };
  }
}

function browserWords({ takeover }: Tile, at: string): Pick<Toast, 'icon' | 'tone' | 'title' | 'text'> {
  if (takeover === undefined) throw new Error('No other browser came');
  const { older, newer } = takeoverWords(takeover);
  const title = takeover.waits ? 'asks to go on in another browser' : 'went on in another browser';
  return { icon: 'swap', tone: takeover.waits ? 'waiting' : 'concern', title, text: `${at}. ${older}. ${newer}.` };
}
