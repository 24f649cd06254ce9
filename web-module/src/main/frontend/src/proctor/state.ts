import { newsOf, type Changes } from './news';
import { judge, type Judged, type Known } from './condition';
import type { Tile, WallAnswer } from './tile';

/** What the wall knows: the last answer of the server, and the tiles that came since. */
export interface WallState {
  answer(): WallAnswer | undefined;
  all(): Known[];
  /** Everybody, and all that is so with them at a moment of the server. */
  judged(now: number): Judged[];
  /** Of whoever has begun another attempt since, that one. */
  find(attemptId: string | undefined): Known | undefined;
  severalRooms(): boolean;
  /** Takes in everything anew. */
  take(answer: WallAnswer): Changes;
  /** Takes in one tile as it was at a moment of the server; what is older than what is known changes nothing. */
  heed(tile: Tile, at: string): Changes;
  /** Since when the server does not reach the store; undefined: it does. */
  heedStore(awaySince: string | undefined): void;
  /** The proctor has looked at somebody: the flag that stands there wants nobody any more. */
  looked(attemptId: string): void;
}

type Entry = Known & { at: number };

/** Kept for as long as the tab lives, so that a reload does not bring back what was looked at. */
export interface Keep {
  get(): Record<string, string>;
  set(seen: Record<string, string>): void;
}

export function createState(keep: Keep): WallState {
  const entries = new Map<string, Entry>();
  const { find, replaceEarlier } = succession(entries);
  let last: WallAnswer | undefined;
  const heed = (tile: Tile, at: number): Changes => {
    const before = entries.get(tile.attemptId);
    if ((before !== undefined && before.at > at) || !replaceEarlier(tile)) return { begun: [], ended: [] };
    entries.set(tile.attemptId, entryOf(tile, at, before, keep.get()[tile.attemptId]));
    return newsOf(before?.tile, tile);
  };
  return {
    answer: () => last,
    all: () => [...entries.values()],
    judged: (now) => [...entries.values()].map((known) => judge(known, now, last?.storeAwaySince !== undefined)),
    find,
    severalRooms: () => (last?.rooms.length ?? 0) > 1,
    take(answer) {
      last = answer;
      const changes = joined(answer.tiles.map((tile) => heed(tile, Date.parse(answer.serverTime))));
      keepOnly(entries, answer.tiles);
      return changes;
    },
    heedStore(awaySince) {
      if (last !== undefined) last = { ...last, storeAwaySince: awaySince };
    },
    heed: (tile, at) => heed(tile, Date.parse(at)),
    looked: (attemptId) => look(entries.get(attemptId), keep),
  };
}

function look(entry: Entry | undefined, keep: Keep): void {
  if (entry?.tile.flag === undefined || entry.flagSeen === entry.tile.flag.at) return;
  entry.flagSeen = entry.tile.flag.at;
  keep.set({ ...keep.get(), [entry.tile.attemptId]: entry.flagSeen });
}

/** A candidate has one tile, that of the newest attempt. */
function succession(entries: Map<string, Entry>) {
  const followers = new Map<string, string>();
  const find = (attemptId: string | undefined): Known | undefined =>
    attemptId === undefined ? undefined : (entries.get(attemptId) ?? find(followers.get(attemptId)));
  /** Answers false for a tile of an earlier attempt. */
  const replaceEarlier = ({ attemptId, candidateId, number }: Tile): boolean => {
    const others = [...entries.values()].map(({ tile }) => tile).filter((tile) => tile.candidateId === candidateId);
    for (const earlier of others.filter((tile) => tile.number < number)) {
      followers.set(earlier.attemptId, attemptId);
      entries.delete(earlier.attemptId);
    }
    return others.every((tile) => tile.number <= number);
  };
  return { find, replaceEarlier };
}

function keepOnly(entries: Map<string, Entry>, tiles: Tile[]): void {
  const there = new Set(tiles.map((tile) => tile.attemptId));
  for (const id of entries.keys()) if (!there.has(id)) entries.delete(id);
}

function entryOf(tile: Tile, at: number, before: Entry | undefined, flagSeen: string | undefined): Entry {
  const came = before !== undefined && before.tile.presence !== 'CONNECTED' && tile.presence === 'CONNECTED';
  const connectedSince = came ? at : before?.connectedSince;
  return {
    tile,
    at,
    ...(flagSeen === undefined ? {} : { flagSeen }),
    ...(connectedSince === undefined ? {} : { connectedSince }),
  };
}

function joined(all: Changes[]): Changes {
  return { begun: all.flatMap(({ begun }) => begun), ended: all.flatMap(({ ended }) => ended) };
}
