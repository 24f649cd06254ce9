import { takeoverOf } from './takeover';
import type { Tile } from './tile';

export type NewsKind = 'missing' | 'gone' | 'hand' | 'message' | 'browser';

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
  heedBrowsers(before, after, changes);
  if (after.unread > before.unread) changes.begun.push({ kind: 'message', tile: after });
  else tell('message', before.unread > 0, after.unread > 0);
  return changes;
}

/** One that waits, and one that went in, are told of each by itself. */
function heedBrowsers(before: Tile, after: Tile, { begun, ended }: Changes): void {
  const [was, is] = [takeoverOf(before), takeoverOf(after)];
  if (was?.page === is?.page && was?.waits === is?.waits) return;
  if (was !== undefined) ended.push({ kind: 'browser', tile: after });
  if (is !== undefined) begun.push({ kind: 'browser', tile: after });
}
