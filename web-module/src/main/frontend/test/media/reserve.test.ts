import '../browser';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createReserve } from '../../src/media/reserve';
import { FakeRecorder } from '../fake-media';
import { aRecorder } from './recorders';

const MEGABYTE = 1024 * 1024;

test('is there to be given up once', async () => {
  const reserve = createReserve('reserve-a');
  assert.equal(await reserve.release(), false);
  assert.equal(await reserve.fill(2.5 * MEGABYTE), 2.5 * MEGABYTE);

  assert.equal(await reserve.release(), true);
  assert.equal(await reserve.release(), false);
});

test('is given up before anybody is told that the store is full, and nothing is lost', async () => {
  let kept = 1;
  const { takes, timing, recorder, facts, leave } = await aRecorder(undefined, () => {
    kept -= 1;
    takes.full = kept < 0;
    return Promise.resolve(kept >= 0);
  });
  takes.full = true;
  FakeRecorder.latest().give(new Uint8Array(10));
  await timing.pass(5_000);
  assert.deepEqual(facts, []);
  assert.ok(recorder.takeId() !== undefined);

  takes.full = true;
  FakeRecorder.latest().give(new Uint8Array(10));
  await timing.pass(2_000);
  assert.deepEqual(
    facts.map(({ kind }) => kind),
    ['STORAGE_FULL'],
  );
  takes.full = false;
  await leave();
});
