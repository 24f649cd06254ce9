import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClock } from '../../src/kernel/clock';
import { FakeTiming } from '../fake-timing';

const nine = Date.parse('2026-11-22T09:00:00.000Z');
const iso = (millis: number): string => new Date(millis).toISOString();

test('believes the device until the server was heard, and says so', () => {
  const timing = new FakeTiming();
  const clock = createClock(timing, 5_000);

  assert.equal(clock.known(), false);
  assert.equal(clock.uncertaintyMillis(), Infinity);
  assert.equal(clock.now(), 5_000 + timing.now());
});

test("puts the server's time in the middle of question and answer", async () => {
  const timing = new FakeTiming();
  const clock = createClock(timing, 0);
  const asked = timing.now();
  await timing.pass(200);

  clock.learn(iso(nine), asked, timing.now());

  assert.equal(clock.now(), nine + 100);
  assert.ok(clock.uncertaintyMillis() <= 101);
  assert.equal(clock.sure(), false);
  clock.learn(iso(nine + 100), timing.now(), timing.now());
  assert.equal(clock.sure(), true);
});

test('goes by the surest answer, not by the last', async () => {
  const timing = new FakeTiming();
  const clock = createClock(timing, 0);
  clock.learn(iso(nine), timing.now(), timing.now());
  const asked = timing.now();
  await timing.pass(3_000);

  clock.learn(iso(nine + 2_900), asked, timing.now());

  assert.equal(clock.now(), nine + 3_000);
});

test('trusts an old answer less and less', async () => {
  const timing = new FakeTiming();
  const clock = createClock(timing, 0);
  clock.learn(iso(nine), timing.now(), timing.now());
  await timing.pass(3_600_000);
  const asked = timing.now();
  await timing.pass(20);

  clock.learn(iso(nine + 3_600_110), asked, timing.now());

  assert.equal(clock.now(), nine + 3_600_120);
});

test('follows the server at once when the monotonic clock stood still in a sleep', async () => {
  const timing = new FakeTiming();
  const clock = createClock(timing, 0);
  clock.learn(iso(nine), timing.now(), timing.now());
  const asked = timing.now();
  await timing.pass(400);

  clock.learn(iso(nine + 60_200), asked, timing.now());

  assert.equal(clock.now(), nine + 60_400);
});

test('dates a moment that is past', async () => {
  const timing = new FakeTiming();
  const clock = createClock(timing, 0);
  const moment = timing.now();
  await timing.pass(10_000);
  clock.learn(iso(nine), timing.now(), timing.now());

  assert.equal(clock.at(moment), nine - 10_000);
});

test('takes no nonsense for a time', () => {
  const timing = new FakeTiming();
  const clock = createClock(timing, 0);
  clock.learn('soon', timing.now(), timing.now());

  assert.equal(clock.known(), false);
});
