import '../browser';
import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { createClock } from '../../src/kernel/clock';
import { defaultPolicy } from '../../src/media/policy';
import { Takes } from '../../src/media/takes';
import { FakeLocks } from '../fake-locks';
import { FakeServer } from '../fake-server';
import { FakeTiming } from '../fake-timing';
import { aPage, aStoreWith, closePages } from './pages';
import { bytesOf, pieces } from './stories';

afterEach(closePages);

/** It has a take without a date, and the only answer that it ever heard took 1.6 s. */
async function aPageOfSlowAnswers() {
  const server = new FakeServer();
  const timing = new FakeTiming();
  const clock = createClock(timing, 0);
  const asked = timing.now();
  await timing.pass(1_600);
  clock.learn('2026-11-22T09:00:00.000Z', asked, timing.now());
  const page = aPage(await aStoreWith(2, true, null), server, { timing, clock });
  return { server, clock, page };
}

describe('when all is well', () => {
  test('uploads, commits and closes a take, and keeps nothing of it here', async () => {
    const server = new FakeServer();
    const page = aPage(await aStoreWith(30), server);

    await page.timing.until(page.complete, 'the upload is complete');

    assert.deepEqual(server.recorded('take-a'), bytesOf(30));
    assert.equal(server.takes.get('take-a')?.closed, '{"lastSequence":29,"reason":"FINISHED"}');
    assert.deepEqual(await page.takes.segments('take-a'), []);
    assert.equal(await page.takes.data('take-a', 0), undefined);
  });

  test('asks for twelve uploads at a time and sends at most three at once', async () => {
    const server = new FakeServer();
    const page = aPage(await aStoreWith(30), server);

    await page.timing.until(page.complete, 'the upload is complete');

    assert.equal(server.count('ask'), 3);
    assert.equal(server.mostAtOnce, defaultPolicy.parallelUploads);
    assert.ok(server.count('commit') <= 3, `${server.count('commit')} commits`);
  });

  test('dates a take only when the clock is sure, which one slow answer does not make it', async () => {
    const { server, clock, page } = await aPageOfSlowAnswers();
    await page.timing.pass(1_000);
    assert.equal(server.takes.size, 0);

    clock.learn('2026-11-22T09:00:02.000Z', page.timing.now(), page.timing.now());
    await page.timing.until(page.complete, 'the upload is complete');

    assert.equal(server.takes.size, 1);
  });

  test('announces a take all the same when no answer comes quickly', async () => {
    const { page } = await aPageOfSlowAnswers();

    await page.timing.until(page.complete, 'the upload is complete');
  });

  test('tells how far it is, from zero to all', async () => {
    const server = new FakeServer();
    const page = aPage(await aStoreWith(30), server);

    await page.timing.until(page.complete, 'the upload is complete');

    assert.deepEqual(
      [page.told[0]?.segmentsHeld, page.told[0]?.segmentsKept, page.told[0]?.bytesLeft],
      [0, 30, bytesOf(30).length],
    );
    const last = page.told.at(-1);
    assert.deepEqual([last?.segmentsHeld, last?.segmentsKept, last?.bytesLeft], [30, 30, 0]);
    assert.deepEqual(last?.tracks, { camera: { segmentsKept: 30, segmentsHeld: 30 } });
    assert.ok(last.lastHeldAt !== undefined);
  });

  test('sends what is recorded while it goes on', async () => {
    const server = new FakeServer();
    const page = aPage(await aStoreWith(1, false), server);
    await page.timing.until(
      () => page.state() === 'IDLE' && server.recorded('take-a').length === 100,
      'the first segment is held',
    );

    const [piece] = pieces(1, 1);
    await page.takes.cut('take-a', { from: 100, to: 201, pieces: [piece!], memory: { tracks: {} } });
    await page.timing.until(() => server.takes.get('take-a')?.held.size === 2, 'the second segment is held');

    assert.equal(server.takes.get('take-a')?.closed, undefined);
  });

  test('announces what the browser says about the time before', async () => {
    const server = new FakeServer();
    const name = await aStoreWith(1);
    const early = new Takes(name);
    await early.update('take-a', { before: { cause: 'PAGE_RELOAD', at: Date.parse('2026-11-22T08:59:59.250Z') } });
    await early.close();
    const page = aPage(name, server);

    await page.timing.until(page.complete, 'the upload is complete');

    const { before } = JSON.parse(server.takes.get('take-a')!.announcement) as { before: unknown };
    assert.deepEqual(before, { cause: 'PAGE_RELOAD', at: '2026-11-22T08:59:59.250Z' });
  });

  test('never announces a take of which nothing was ever recorded', async () => {
    const server = new FakeServer();
    const page = aPage(await aStoreWith(0), server);

    await page.timing.until(page.complete, 'the upload is complete');

    assert.equal(server.takes.size, 0);
    assert.deepEqual(await page.takes.all(), []);
  });
});

describe('two pages of one attempt', () => {
  test('upload one at a time, and the second takes over when the first goes', async () => {
    const server = new FakeServer();
    const locks = new FakeLocks();
    const timing = new FakeTiming();
    const name = await aStoreWith(4, false);
    const first = aPage(name, server, { locks, timing });
    const second = aPage(name, server, { locks, timing });
    await timing.until(() => first.state() === 'IDLE', 'the first page has uploaded');
    assert.equal(second.state(), 'OTHER_PAGE');

    await first.leave();
    const to = bytesOf(4).length;
    await second.takes.cut('take-a', {
      from: to,
      to: to + 104,
      pieces: pieces(4, 1),
      memory: { tracks: {} },
      end: 'FINISHED',
    });
    await timing.until(second.complete, 'the second page has uploaded');

    assert.deepEqual(server.recorded('take-a'), bytesOf(5));
  });
});
