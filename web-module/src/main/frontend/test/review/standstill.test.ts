import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Standstill, type Moving } from '../../src/review/standstill';

function video(currentTime: number, ranges: [number, number][], readyState = 1): Moving {
  const at = (index: number): [number, number] => ranges[index] ?? [0, 0];
  const buffered = { length: ranges.length, start: (i: number) => at(i)[0], end: (i: number) => at(i)[1] };
  return { currentTime, seeking: true, ended: false, readyState, buffered };
}

/** What slow frames leave: five fragments of a take, the last samples of all of them too short. */
const holes: [number, number][] = [
  [0, 0.37],
  [0.54, 0.9],
  [5.11, 5.31],
];

describe('a video that stands still', () => {
  test('is stuck once it had its data for long enough', () => {
    const standstill = new Standstill(video(5.21, holes));
    assert.equal(standstill.isStuck(1_000), false);
    assert.equal(standstill.isStuck(2_900), false);
    assert.equal(standstill.isStuck(3_100), true);
  });

  test('is not stuck while its data is still to come', () => {
    const standstill = new Standstill(video(3, holes));
    standstill.isStuck(0);
    assert.equal(standstill.isStuck(60_000), false);
  });

  test('is not stuck where it can go on', () => {
    const standstill = new Standstill(video(0.6, holes, 4));
    standstill.isStuck(0);
    assert.equal(standstill.isStuck(60_000), false);
  });

  test('is given its time again by each new wish', () => {
    const standstill = new Standstill(video(5.21, holes));
    standstill.isStuck(0);
    standstill.reset();
    assert.equal(standstill.isStuck(60_000), false);
    assert.equal(standstill.isStuck(62_100), true);
  });

  test('goes on behind a small hole, and nowhere over a large one', () => {
    assert.equal(new Standstill(video(0.4, holes)).behindHole(), 0.54);
    assert.equal(new Standstill(video(0.95, holes)).behindHole(), undefined);
    assert.equal(new Standstill(video(5.21, holes)).behindHole(), undefined);
  });

  test('has shown its last picture after a while', () => {
    const standstill = new Standstill(video(5.21, holes));
    assert.equal(standstill.isOver(0), false);
    assert.equal(standstill.isOver(800), true);
  });
});
