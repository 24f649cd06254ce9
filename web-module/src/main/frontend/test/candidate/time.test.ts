import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countdown } from '../../src/kernel/words';
import { overdue, timeCall, timeLeft } from '../../src/candidate/time';

const NOW = Date.parse('2026-11-22T10:00:00Z');
const running = { attemptId: 'a1', state: 'RUNNING' as const, pauses: [], endsAt: '2026-11-22T10:30:00Z' };

test('time runs down to nothing and never below', () => {
  assert.equal(timeLeft(running, NOW), 30 * 60_000);
  assert.equal(timeLeft(running, NOW + 3_600_000), 0);
});

test('time stands still in a pause, and runs on after it', () => {
  const pauses = [{ from: '2026-11-22T10:00:00Z' }];
  assert.equal(timeLeft({ ...running, state: 'PAUSED', pauses }, NOW + 600_000), 30 * 60_000);
  assert.equal(timeLeft({ ...running, pauses }, NOW + 600_000), 20 * 60_000);
});

test('an end that nobody told of is overdue, but not in a pause', () => {
  assert.equal(overdue(running, NOW), 0);
  assert.equal(overdue(running, NOW + 31 * 60_000), 60_000);
  assert.equal(overdue({ ...running, state: 'PAUSED' }, NOW + 31 * 60_000), 0);
});

test('far away, days are enough', () => {
  assert.deepEqual([4_360_000, 86_400_000, 200_000_000].map(countdown), ['1:12:40', '1 day', '2 days']);
});

test('the time left is said aloud once at ten, five and one minute', () => {
  const minutes = (value: number): number => value * 60_000;
  assert.equal(timeCall(minutes(10) + 500, minutes(10) - 500), '10 minutes left.');
  assert.equal(timeCall(minutes(10) - 500, minutes(10) - 1_500), undefined);
  assert.equal(timeCall(minutes(1) + 1, minutes(1)), '1 minute left.');
  assert.equal(timeCall(minutes(12), minutes(4)), '5 minutes left.');
});
