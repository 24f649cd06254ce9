import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lineOf } from '../../src/proctor/condition';
import { newsOf } from '../../src/proctor/news';
import { Stills, takeoverWords } from '../../src/proctor/takeover';
import { aTile, asking, judged, NOW } from './tiles';

test('a browser that waits stands on the tile, with its age, until it is decided', () => {
  const [first] = judged({ takeover: asking }).conditions;
  assert.ok(first);
  assert.equal(lineOf(aTile(), first, NOW), 'Second browser · 0:20');
  assert.equal(first.loud, true);
  const kinds = judged({ takeover: { ...asking, waits: false } }).conditions.map(({ kind }) => kind);
  assert.deepEqual(kinds, ['connected']);
});

test('both browsers are named', () => {
  assert.deepEqual(takeoverWords(asking), {
    title: 'Another browser asks to go on with this exam',
    older: 'There: Firefox on Linux, network 203.0.113.0/24',
    newer: 'Asks: Chrome on Windows, network 198.51.100.0/24',
  });
  assert.match(takeoverWords({ ...asking, waits: false }).title, /^Another browser took over at \d\d:\d\d$/);
});

test('what waits, and what went in, is news once each', () => {
  const calm = aTile();
  const waits = aTile({ takeover: asking });
  const went = aTile({ takeover: { ...asking, waits: false } });
  const kinds = ({ begun, ended }: ReturnType<typeof newsOf>) => [begun, ended].map((all) => all.map((n) => n.kind));
  assert.deepEqual(kinds(newsOf(calm, waits)), [['browser'], []]);
  assert.deepEqual(kinds(newsOf(waits, waits)), [[], []]);
  assert.deepEqual(kinds(newsOf(waits, went)), [['browser'], ['browser']]);
  assert.deepEqual(kinds(newsOf(waits, calm)), [[], ['browser']]);
});

describe('a still', () => {
  let taken = 0;
  const take = () => ({ picture: {} as HTMLCanvasElement, at: ++taken });

  test('is taken once for each browser that waits, and goes with it', () => {
    const stills = new Stills();
    taken = 0;
    stills.follow(aTile(), take);
    stills.follow(aTile({ takeover: asking }), take);
    stills.follow(aTile({ takeover: { ...asking, waits: false } }), take);
    assert.deepEqual([taken, stills.of('a1')?.at], [1, 1]);
    stills.follow(aTile({ takeover: { ...asking, page: 'p3' } }), take);
    assert.equal(stills.of('a1')?.at, 2);
    stills.follow(aTile(), take);
    assert.equal(stills.of('a1'), undefined);
  });

  test('is of the moment of the flag, for the browser that comes may be on the tile already', () => {
    const stills = new Stills();
    taken = 0;
    const went = aTile({ takeover: { ...asking, waits: false } });
    stills.heed('a1', { reason: 'PHONE' }, take);
    stills.follow(went, take);
    assert.deepEqual([taken, stills.of('a1')], [0, undefined]);
    stills.heed('a1', { reason: 'SECOND_BROWSER' }, take);
    stills.follow(aTile({ takeover: { ...asking, waits: false, page: 'p3' } }), take);
    assert.deepEqual([taken, stills.of('a1')?.at], [1, 1]);
  });
});
