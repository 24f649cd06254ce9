import '../browser';
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { createLanes } from '../../src/media/lanes';
import { chance } from '../chance';
import { FakeServer } from '../fake-server';
import { FakeTiming, settled } from '../fake-timing';
import { aPage, aStoreWith, closePages } from './pages';

afterEach(closePages);

const SEATS = 12;

/** Browsers behind one line that is away, each with a server's face of its own, so that their calls can be told apart. */
async function aHall(seed: number) {
  const timing = new FakeTiming();
  const hall = { cut: true };
  const servers: FakeServer[] = [];
  const firstCalls: number[] = [];
  for (let seat = 0; seat < SEATS; seat += 1) {
    const server = new FakeServer();
    server.fault = () => {
      if (!hall.cut) firstCalls[seat] ??= timing.now();
      return hall.cut ? 'NO_CONNECTION' : undefined;
    };
    servers.push(server);
    aPage(await aStoreWith(2), server, { timing, random: chance(seed * 1_000 + seat) });
  }
  return { timing, hall, servers, firstCalls };
}

for (const seed of [1, 2, 3]) {
  test(`a hall that is back online does not knock in step (seed ${seed})`, async () => {
    const { timing, hall, servers, firstCalls } = await aHall(seed);
    await timing.pass(90_000);
    hall.cut = false;
    const back = timing.now();
    dispatchEvent(new Event('online'));
    await settled();
    assert.equal(firstCalls.length, 0, 'nobody at the very moment');
    await timing.pass(60_000);

    const waits = firstCalls.map((moment) => moment - back).sort((a, b) => a - b);
    assert.equal(waits.length, SEATS);
    assert.ok((waits.at(-1) ?? 0) <= 5_000, 'all of them soon');
    assert.ok((waits.at(-1) ?? 0) - (waits[0] ?? 0) > 1_500, `spread over ${waits.join(', ')}`);
    assert.ok(new Set(waits).size >= SEATS - 1, waits.join(', '));
    assert.ok(servers.every((server) => server.objects.size === 2));
  });
}

test('a store that refused a whole hall is asked again at moments of chance', async () => {
  const { timing, hall, firstCalls } = await aHall(7);
  await timing.pass(300_000);
  hall.cut = false;
  const back = timing.now();
  await timing.pass(60_000);

  const waits = firstCalls.map((moment) => moment - back);
  assert.equal(waits.length, SEATS);
  assert.ok(Math.max(...waits) - Math.min(...waits) > 5_000, waits.join(', '));
});

test('one upload at a time after trouble, and one more with each lot that goes through', () => {
  const lanes = createLanes(3);
  assert.equal(lanes.count(), 3);
  lanes.failed();
  const counts = [lanes.count()];
  for (let lot = 0; lot < 3; lot += 1) {
    lanes.worked();
    counts.push(lanes.count());
  }
  assert.deepEqual(counts, [1, 2, 3, 3]);
});
