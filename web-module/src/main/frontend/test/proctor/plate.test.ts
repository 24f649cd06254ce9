import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timeOfDay } from '../../src/kernel/words';
import { plateOf } from '../../src/proctor/plate';
import { ago, aTile, NOW, type Changes } from './tiles';

test('nothing covers a picture that moves, whatever the states say', () => {
  assert.equal(plateOf(aTile({ presence: 'GONE' }), { watch: 'LOST', frameAt: NOW - 5_000 }, NOW), undefined);
});

test('a picture that stands still is covered, with since when', () => {
  const frameAt = NOW - 5_001;
  assert.equal(
    plateOf(aTile(), { watch: 'CONNECTED', frameAt }, NOW)?.words,
    `No picture since ${timeOfDay(frameAt, true)}`,
  );
  const away = aTile({ presence: 'MISSING', presenceSince: ago(42) });
  assert.equal(plateOf(away, { watch: 'LOST' }, NOW)?.words, `No picture since ${timeOfDay(Date.parse(ago(42)))}`);
});

test('where no picture ever was, the plate says why', () => {
  const words = (changes: Changes, code?: string): string | undefined =>
    plateOf(aTile(changes), code === undefined ? { watch: 'CONNECTING' } : { watch: 'REFUSED', code }, NOW)?.words;
  assert.equal(words({}), 'Connecting');
  assert.equal(words({ state: 'AWAITING' }), 'Waits to be let in');
  assert.equal(words({ state: 'EXPIRED' }), 'The exam has ended');
  assert.equal(words({}, 'WATCHERS_FULL'), 'Enough proctors watch already. Trying again');
  assert.equal(words({}, 'NEW_CODE'), 'Can’t be watched (NEW_CODE)');
});
