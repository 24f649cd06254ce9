import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createBackoff } from '../../src/kernel/backoff';
import { chance } from '../chance';

test('doubles its ceiling up to the cap', () => {
  const backoff = createBackoff({ firstMillis: 100, capMillis: 1_000 }, () => 1);

  assert.deepEqual(
    [1, 2, 3, 4, 5, 6].map(() => backoff.next()),
    [100, 200, 400, 800, 1_000, 1_000],
  );
});

test('spreads over the whole of it, so that nobody knocks in step', () => {
  const random = chance(1);
  const waits = Array.from({ length: 1_000 }, () =>
    createBackoff({ firstMillis: 1_000, capMillis: 1_000 }, random).next(),
  );

  for (let tenth = 0; tenth < 10; tenth += 1) {
    const share = waits.filter((wait) => Math.min(9, Math.floor(wait / 100)) === tenth).length;
    assert.ok(share > 60 && share < 140, `${share} of 1000 in tenth ${tenth}`);
  }
});

test('never comes before the time that the server asked for', () => {
  const backoff = createBackoff({ firstMillis: 100, capMillis: 1_000 }, () => 0);

  assert.equal(backoff.next(30_000), 30_000);
});

test('starts over after a success', () => {
  const backoff = createBackoff({ firstMillis: 100, capMillis: 1_000 }, () => 1);
  backoff.next();
  backoff.next();
  backoff.reset();

  assert.equal(backoff.tries(), 0);
  assert.equal(backoff.next(), 100);
});
