import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AttemptState, Opened } from '../../src/candidate/entrance';
import { placeOf } from '../../src/candidate/place';

const START = Date.parse('2026-11-22T10:00:00Z');
const END = Date.parse('2026-11-22T11:00:00Z');

function opened(attemptState?: AttemptState, agreed = false): Opened {
  return {
    startsAt: new Date(START).toISOString(),
    endsAt: new Date(END).toISOString(),
    ...(attemptState === undefined ? {} : { attemptState }),
    ...(agreed ? { agreedAt: '2026-11-22T09:00:00Z' } : {}),
  } as Opened;
}

test('an early candidate waits, or gets ready ahead', () => {
  assert.equal(placeOf(opened(), START - 1), 'EARLY');
  assert.equal(placeOf(opened(), START - 1, true), 'CONSENT');
  assert.equal(placeOf(opened(undefined, true), START - 1, true), 'CHECK');
});

test('nobody is asked for the camera before a yes', () => {
  assert.equal(placeOf(opened(), START), 'CONSENT');
  assert.equal(placeOf(opened('RUNNING'), START), 'CONSENT');
  assert.equal(placeOf(opened(undefined, true), START), 'CHECK');
});

test('the window closes for those who never came, not for those with more time', () => {
  assert.equal(placeOf(opened(undefined, true), END), 'OVER');
  assert.equal(placeOf(opened('RUNNING', true), END + 60_000), 'CHECK');
});

test('whatever the time, an attempt that is over is over', () => {
  for (const state of ['COMPLETED', 'TERMINATED', 'EXPIRED'] as const) {
    assert.equal(placeOf(opened(state, true), START), 'ENDED');
  }
});
