import type { Tile } from './tile';

export type NewsKind = 'missing' | 'gone' | 'hand' | 'message';

/** Something that a proctor is told of once, wherever they look. */
export interface News {
  kind: NewsKind;
  tile: Tile;
}

/** What has begun, and what is over with: of the second, toasts that still stand are taken away. */
export interface Changes {
  begun: News[];
  ended: News[];
}

/** What a tile's change means. A tile seen for the first time is no news: it stands there with its state. */
export function newsOf(before: Tile | undefined, after: Tile): Changes {
  const changes: Changes = { begun: [], ended: [] };
  if (before === undefined) return changes;
  const tell = (kind: NewsKind, was: boolean, is: boolean): void => {
    if (was !== is) (is ? changes.begun : changes.ended).push({ kind, tile: after });
  };
  tell('missing', before.presence === 'MISSING', after.presence === 'MISSING');
  tell('gone', before.presence === 'GONE', after.presence === 'GONE');
  tell('hand', before.handUpSince !== undefined, after.handUpSince !== undefined);
  if (after.unread > before.unread) changes.begun.push({ kind: 'message', tile: after });
  else tell('message', before.unread > 0, after.unread > 0);
  return changes;
}
