import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Hold, nextInNeed, settle, sorted } from '../../src/proctor/order';
import { FakeTiming } from '../fake-timing';
import { ago, judged } from './tiles';

const wall = [
  judged({ attemptId: 'over', seat: 1, state: 'COMPLETED' }),
  judged({ attemptId: 'well', seat: 2 }),
  judged({ attemptId: 'hand', seat: 3, handUpSince: ago(9) }),
  judged({ attemptId: 'gone', seat: 4, presence: 'GONE' }),
  judged({ attemptId: 'silent', seat: 5, savedAt: ago(60) }),
  judged({ attemptId: 'missing', roomNumber: 2, seat: 1, presence: 'MISSING' }),
  judged({ attemptId: 'missing too', seat: 6, presence: 'MISSING' }),
];

describe('tiles', () => {
  test('stand by need, and by seat where that is equal', () => {
    assert.deepEqual(sorted(wall, 'need'), ['silent', 'gone', 'missing too', 'missing', 'hand', 'well', 'over']);
  });

  test('stand by room and seat, if the proctor wants it so', () => {
    assert.deepEqual(sorted(wall, 'seat'), ['over', 'well', 'hand', 'gone', 'silent', 'missing too', 'missing']);
  });

  test('do not move under the hand; who is new comes last, who is away leaves', () => {
    assert.deepEqual(settle(['a', 'b', 'c'], ['d', 'c', 'a'], true), ['a', 'c', 'd']);
    assert.deepEqual(settle(['a', 'b', 'c'], ['d', 'c', 'a'], false), ['d', 'c', 'a']);
  });

  test('move again two seconds after the hand has left', async () => {
    const timing = new FakeTiming();
    let released = 0;
    const hold = new Hold(() => (released += 1), timing);
    hold.set('pointer', true);
    hold.set('focus', true);
    hold.set('pointer', false);
    await timing.pass(10_000);
    assert.equal(hold.isHeld(), true);
    hold.set('focus', false);
    await timing.pass(1_999);
    assert.deepEqual([hold.isHeld(), released], [true, 0]);
    await timing.pass(1);

    assert.deepEqual([hold.isHeld(), released], [false, 1]);
  });
});

test('the next in need goes round', () => {
  assert.equal(nextInNeed(['a', 'b'], undefined), 'a');
  assert.equal(nextInNeed(['a', 'b'], 'a'), 'b');
  assert.equal(nextInNeed(['a', 'b'], 'b'), 'a');
  assert.equal(nextInNeed([], 'b'), undefined);
});
