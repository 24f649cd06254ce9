import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createState } from '../../src/proctor/state';
import type { Tile, WallAnswer } from '../../src/proctor/tile';
import { ago, aTile, NOW } from './tiles';

const answer = (serverTime: string, ...tiles: Tile[]): WallAnswer => ({
  exam: { code: 'PHY', title: 'Physics', startsAt: ago(600), endsAt: ago(-600) },
  serverTime,
  rooms: [{ id: 'r1', number: 1, capacity: 25 }],
  counts: { candidates: 2, proctors: 1, rooms: 1 },
  handovers: [],
  tiles,
});

function aState(seen: Record<string, string> = {}) {
  const keep = { get: () => seen, set: (now: Record<string, string>) => (seen = now) };
  return { state: createState(keep), seen: () => seen };
}

const kinds = (news: { kind: string }[]): string[] => news.map(({ kind }) => kind);

describe('what the wall knows', () => {
  test('is never put back by what is older', () => {
    const { state } = aState();
    state.take(answer(ago(10), aTile()));
    state.heed(aTile({ presence: 'MISSING' }), ago(5));
    state.heed(aTile({ presence: 'CONNECTED' }), ago(7));
    assert.equal(state.find('a1')?.tile.presence, 'MISSING');
    state.take(answer(ago(6), aTile()));

    assert.equal(state.find('a1')?.tile.presence, 'MISSING');
  });

  test('blames nobody for silence while the server does not reach the store', () => {
    const { state } = aState();
    const silent = (): boolean => state.judged(NOW).some(({ conditions }) => conditions[0]?.kind === 'silent');
    state.heedStore(ago(5));
    state.take(answer(ago(10), aTile({ savedAt: ago(60) })));
    assert.equal(silent(), true);

    state.heedStore(ago(5));
    assert.equal(silent(), false);
    assert.equal(state.answer()?.storeAwaySince, ago(5));

    state.heedStore(undefined);
    assert.equal(silent(), true);
  });

  test('forgets whom the answer does not name any more', () => {
    const { state } = aState();
    state.take(answer(ago(10), aTile(), aTile({ attemptId: 'a2' })));
    state.take(answer(ago(5), aTile({ attemptId: 'a2' })));

    assert.deepEqual(
      state.all().map(({ tile }) => tile.attemptId),
      ['a2'],
    );
  });

  test('shows a candidate once, by the newest attempt', () => {
    const { state } = aState();
    const second = aTile({ attemptId: 'a2', number: 2 });
    state.take(answer(ago(10), aTile({ state: 'COMPLETED' })));
    state.heed(second, ago(5));
    state.heed(aTile({ state: 'COMPLETED', recording: 'COMPLETE' }), ago(1));

    assert.deepEqual(
      state.all().map(({ tile }) => tile.attemptId),
      ['a2'],
    );
    assert.equal(state.find('a1')?.tile, second);
  });

  test('goes on with the next attempt also when the whole wall comes anew', () => {
    const { state } = aState();
    state.take(answer(ago(10), aTile({ state: 'COMPLETED' })));
    state.take(answer(ago(5), aTile({ attemptId: 'a2', number: 2 })));

    assert.equal(state.find('a1')?.tile.attemptId, 'a2');
  });

  test('tells what has begun and what is over, but nothing of whoever is new', () => {
    const { state } = aState();
    assert.deepEqual(state.take(answer(ago(10), aTile({ handUpSince: ago(20) }))), { begun: [], ended: [] });
    const changes = state.heed(aTile({ presence: 'MISSING', unread: 1 }), ago(5));

    assert.deepEqual([kinds(changes.begun), kinds(changes.ended)], [['missing', 'message'], ['hand']]);
    const back = state.heed(aTile({ unread: 2 }), ago(4));
    assert.deepEqual([kinds(back.begun), kinds(back.ended)], [['message'], ['missing']]);
  });

  test('remembers since when somebody is back', () => {
    const { state } = aState();
    state.take(answer(ago(10), aTile({ presence: 'GONE' })));
    state.heed(aTile(), ago(5));
    state.heed(aTile({ unread: 1 }), ago(1));

    assert.equal(state.find('a1')?.connectedSince, Date.parse(ago(5)));
  });

  test('keeps which flags were looked at, also over a reload', () => {
    const flag = { severity: 0.9, reason: 'PHONE', at: ago(20) };
    const { state, seen } = aState();
    state.take(answer(ago(10), aTile({ flag })));
    state.looked('a1');
    const reloaded = aState(seen()).state;
    reloaded.take(answer(ago(5), aTile({ flag })));

    assert.equal(reloaded.find('a1')?.flagSeen, flag.at);
  });
});
