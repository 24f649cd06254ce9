import assert from 'node:assert/strict';
import { test } from 'node:test';
import { watchSleep } from '../../src/media/sleep';
import { FakeTiming } from '../fake-timing';
import { aClock } from './stories';

const HOUR = 3_600_000;

function aDevice() {
  const timing = new FakeTiming();
  const clock = aClock(timing);
  const device = { ahead: 0 };
  const sleep = watchSleep(timing, clock, () => timing.now() + device.ahead);
  const began = timing.now();
  const writer = { heardMoment: began, startedAt: () => clock.at(began) };
  return { timing, clock, device, sleep, writer };
}

test('notices a sleep through which the monotonic clock slept, too, and trusts no older time', async () => {
  const { timing, clock, device, sleep, writer } = aDevice();
  await timing.pass(2_000);
  assert.equal(sleep.was(writer), false);

  device.ahead = HOUR;
  await timing.pass(2_000);

  assert.equal(sleep.was(writer), true);
  assert.equal(clock.known(), false);
  assert.equal(sleep.was(writer), false);
});

test('notices a sleep through which the monotonic clock went on', async () => {
  const { timing, sleep, writer } = aDevice();
  await timing.pass(HOUR);

  assert.equal(sleep.was(writer), true);
  assert.equal(sleep.was(writer), false);
});

test('does not take a clock that is set back, or a busy page that records on, for a sleep', async () => {
  const { timing, device, sleep, writer } = aDevice();
  device.ahead = -HOUR;
  assert.equal(sleep.was(writer), false);
  await timing.pass(30_000);
  writer.heardMoment = timing.now();

  assert.equal(sleep.was(writer), false);
});

test('dates what comes after a sleep by what it learns then', async () => {
  const { timing, clock, device, sleep, writer } = aDevice();
  device.ahead = HOUR;
  sleep.was(writer);
  await timing.pass(1_000);
  const later = { heardMoment: timing.now(), startedAt: () => clock.at(timing.now()) };
  clock.learn('2026-11-22T10:00:01.000Z', timing.now(), timing.now());

  assert.equal(clock.now(), Date.parse('2026-11-22T10:00:01.000Z'));
  assert.equal(sleep.was(later), false);
});
