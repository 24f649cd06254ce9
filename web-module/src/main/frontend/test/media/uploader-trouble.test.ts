import '../browser';
import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { FakeLocks } from '../fake-locks';
import { FakeServer } from '../fake-server';
import { FakeTiming, settled } from '../fake-timing';
import { aPage, aStoreWith, closePages } from './pages';
import { aClock, aStore, bytesOf, pieces, recorded } from './stories';

afterEach(closePages);

describe('when the server says no', () => {
  test('keeps a segment of which the server holds another version, and does not send it again', async () => {
    const server = new FakeServer();
    const page = aPage(await aStoreWith(3), server);
    server.fault = () => {
      const take = server.takes.get('take-a');
      if (take?.held.size === 0) take.held.set(1, 'another');
      return undefined;
    };

    await page.timing.until(() => page.state() === 'REFUSED', 'only the mismatch is left');
    const calls = server.calls.length;
    await page.timing.pass(600_000);

    assert.equal(server.calls.length, calls);
    assert.deepEqual(
      (await page.takes.segments('take-a')).map(({ sequence, mismatch }) => [sequence, mismatch]),
      [[1, 'another']],
    );
    assert.ok((await page.takes.data('take-a', 1)) !== undefined);
    assert.equal(page.uploader.progress()?.mismatched, 1);
  });

  test('does not believe that a segment is held until a commit says so', async () => {
    const server = new FakeServer();
    const page = aPage(await aStoreWith(2), server);
    server.fault = (call) => {
      if (call.kind === 'commit' && server.count('commit') < 3) server.objects.clear();
      return undefined;
    };

    await page.timing.until(page.complete, 'the upload is complete');

    assert.deepEqual(server.recorded('take-a'), bytesOf(2));
    assert.ok(server.count('put') >= 6);
  });

  test('renews a token that is refused, and goes on', async () => {
    const server = new FakeServer();
    server.token = 'new';
    let token = 'old';
    const renew = (): Promise<string> => Promise.resolve((token = 'new'));
    const page = aPage(await aStoreWith(3), server, { token: { current: () => token, renew } });

    await page.timing.until(page.complete, 'the upload is complete');

    assert.equal(server.calls.filter((call) => call.token === 'old').length, 1);
  });

  test('lets another page upload when its own token is worth nothing', async () => {
    const server = new FakeServer();
    const locks = new FakeLocks();
    const timing = new FakeTiming();
    const name = await aStoreWith(3);
    const revoked = aPage(name, server, {
      locks,
      timing,
      token: { current: () => 'revoked', renew: () => Promise.resolve(undefined) },
    });
    await timing.until(() => revoked.state() === 'NO_TOKEN', 'the first page is without a token');
    const other = aPage(name, server, { locks, timing });

    await timing.until(other.complete, 'the other page has uploaded');

    assert.deepEqual(server.recorded('take-a'), bytesOf(3));
  });

  test('waits for as long as the server asks', async () => {
    const server = new FakeServer();
    const page = aPage(await aStoreWith(1), server);
    server.fault = () =>
      server.calls.length === 1 ? { status: 429, code: 'RATE_EXCEEDED', retryAfter: 40 } : undefined;

    await page.timing.until(() => page.state() === 'WAITING', 'it waits');
    await page.timing.pass(39_000);
    assert.equal(server.calls.length, 1);

    await page.timing.until(page.complete, 'the upload is complete');
  });

  test('does not let a take that is refused hold up the others', async () => {
    const server = new FakeServer();
    const { name, takes } = aStore();
    await recorded(takes, 'take-a', 2);
    await recorded(takes, 'take-b', 2);
    await takes.close();
    server.takes.set('take-a', { announcement: 'something else', held: new Map() });
    const page = aPage(name, server);

    await page.timing.until(() => page.state() === 'REFUSED', 'only the refused take is left');

    assert.deepEqual(server.recorded('take-b'), bytesOf(2));
    assert.deepEqual(page.uploader.progress()?.refusals, ['TAKE_DIFFERS']);
    assert.equal((await page.takes.segments('take-a')).length, 2);
  });
});

describe('when the network fails', () => {
  test('waits, and goes on at once when the browser is online again', async () => {
    const server = new FakeServer();
    let cut = true;
    server.fault = () => (cut ? 'NO_CONNECTION' : undefined);
    const page = aPage(await aStoreWith(3), server);
    await page.timing.pass(120_000);
    assert.equal(page.state(), 'WAITING');
    assert.ok(server.calls.length < 40, `${server.calls.length} calls in two minutes`);

    cut = false;
    const before = page.timing.now();
    globalThis.dispatchEvent(new Event('online'));
    await settled();
    await page.timing.until(page.complete, 'the upload is complete');

    assert.ok(page.timing.now() - before < 5_000);
  });

  test('goes through the server when only the store is out of reach, and back when it is not', async () => {
    const server = new FakeServer();
    let storeDown = true;
    server.fault = (call) => (call.kind === 'put' && storeDown ? 'NO_CONNECTION' : undefined);
    const name = await aStoreWith(3, false);
    const page = aPage(name, server);

    await page.timing.until(() => server.takes.get('take-a')?.held.size === 3, 'the server has relayed all');
    assert.equal(server.count('relay'), 3);

    storeDown = false;
    await page.timing.pass(700_000);
    const to = bytesOf(3).length;
    await page.takes.cut('take-a', {
      from: to,
      to: to + 103,
      pieces: pieces(3, 1),
      memory: { tracks: {} },
      end: 'FINISHED',
    });
    await page.timing.until(page.complete, 'the upload is complete');

    assert.equal(server.count('relay'), 3);
    assert.deepEqual(server.recorded('take-a'), bytesOf(4));
  });

  test('finds its way again when neither the store nor the relay works for a while', async () => {
    const server = new FakeServer();
    let down = true;
    server.fault = (call) => {
      if (call.kind === 'put' && down) return { status: 503, code: 'SlowDown' };
      return call.kind === 'relay' && down ? { status: 503, code: 'STORE_AWAY' } : undefined;
    };
    const page = aPage(await aStoreWith(3), server);
    await page.timing.pass(300_000);
    assert.equal(server.objects.size, 0);
    down = false;

    await page.timing.until(page.complete, 'the upload is complete');

    assert.deepEqual(server.recorded('take-a'), bytesOf(3));
  });

  test('sends what is live before the backlog', async () => {
    const server = new FakeServer();
    const page = aPage(await aStoreWith(0, true), server);
    await page.timing.until(page.complete, 'nothing is left');
    const now = aClock(page.timing).now();
    await recorded(page.takes, 'take-b', 20, false, now - 80_000);

    await page.timing.until(() => server.count('put') >= 12, 'a lot is sent');

    const first = server.calls
      .filter((call) => call.kind === 'put')
      .slice(0, 4)
      .map((call) => call.sequence);
    assert.ok(
      first.every((sequence) => sequence !== undefined && sequence >= 14),
      String(first),
    );
  });
});
