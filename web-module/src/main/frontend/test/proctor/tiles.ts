import { judge, type Judged, type Known } from '../../src/proctor/condition';
import type { Quiet, Tile, TileTakeover } from '../../src/proctor/tile';

/** Ten past nine, by the server. */
export const NOW = Date.parse('2026-11-22T09:10:00.000Z');

export function ago(seconds: number): string {
  return new Date(NOW - seconds * 1000).toISOString();
}

/** What is undefined is unknown. */
export type Changes = { [K in keyof Tile]?: Tile[K] | undefined };

/** A candidate of whom all is well. */
export function aTile(changes: Changes = {}): Tile {
  const tile = {
    attemptId: 'a1',
    candidateId: 'C-1',
    name: 'Bo Li',
    number: 1,
    roomNumber: 1,
    seat: 19,
    state: 'RUNNING',
    presence: 'CONNECTED',
    presenceSince: ago(2),
    recording: 'OPEN',
    savedAt: ago(3),
    joinedAt: ago(300),
    extraSeconds: 0,
    unread: 0,
    ...changes,
  } as Tile;
  return tile.state === 'RUNNING' ? { quiet: quietSince(tile.savedAt ?? tile.joinedAt), ...tile } : tile;
}

/** What the server says of a recording that something came to then. */
export function quietSince(since: string, track: Quiet['track'] = 'camera'): Quiet {
  return { track, since, silentAt: new Date(Date.parse(since) + 30_000).toISOString() };
}

/** Another browser that has to be let in. */
export const asking: TileTakeover = {
  page: 'p2',
  waits: true,
  at: ago(20),
  older: 'Firefox on Linux, network 203.0.113.0/24',
  newer: 'Chrome on Windows, network 198.51.100.0/24',
};

export function judged(changes: Changes = {}, known: Partial<Known> = {}): Judged {
  return judge({ tile: aTile(changes), ...known }, NOW);
}
