import '../browser';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClock } from '../../src/kernel/clock';
import { forgetAttempt, forgetOldTakes } from '../../src/media/forget';
import { FakeTiming } from '../fake-timing';
import { aClock, aStore, ATTEMPT, recorded } from './stories';

const DAY = 24 * 3_600_000;

test('keeps what is not sent until nobody takes it any more, and forgets it then', async () => {
  const { takes } = aStore();
  const timing = new FakeTiming();
  const clock = aClock(timing);
  await recorded(takes, 'take-a', 3);
  await takes.update('take-a', { lateMillis: 3 * DAY });
  await timing.pass(3.9 * DAY);
  await forgetOldTakes(takes, clock);
  assert.equal((await takes.segments('take-a')).length, 3);

  await timing.pass(0.2 * DAY);
  await forgetOldTakes(takes, clock);

  assert.deepEqual(await takes.all(), []);
  assert.deepEqual(await takes.segments('take-a'), []);
  await takes.close();
});

test('forgets nothing by the word of the device alone', async () => {
  const { takes } = aStore();
  await recorded(takes, 'take-a', 1);
  await forgetOldTakes(takes, createClock(new FakeTiming(), Date.parse('2099-01-01T00:00:00Z')));

  assert.equal((await takes.all()).length, 1);
  await takes.close();
});

test('deletes one attempt on request, and nothing of another', async () => {
  const { takes } = aStore();
  await recorded(takes, 'take-a', 2);
  await recorded(takes, 'take-b', 2);
  await takes.update('take-b', { attemptId: 'somebody else' });
  await forgetAttempt(takes, ATTEMPT);

  assert.deepEqual(
    (await takes.all()).map(({ takeId }) => takeId),
    ['take-b'],
  );
  assert.equal(await takes.data('take-a', 0), undefined);
  assert.ok((await takes.data('take-b', 0)) !== undefined);
  await takes.close();
});
