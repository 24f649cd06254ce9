import '../browser';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { afterEach, describe, test } from 'node:test';
import { FakeServer } from '../fake-server';
import { aPage, aStoreWith, closePages } from './pages';
import { bytesOf } from './stories';

afterEach(closePages);

describe('when answers are lost', () => {
  test('loses nothing and sends nothing twice to the store, whichever answer it is', async () => {
    for (const kind of ['announce', 'ask', 'put', 'commit', 'close'] as const) {
      const server = new FakeServer();
      let lost = 0;
      server.fault = (call) => (call.kind === kind && lost++ < 3 ? 'LOST_ANSWER' : undefined);
      const page = aPage(await aStoreWith(5), server);

      await page.timing.until(page.complete, `the upload is complete without the answers to ${kind}`);

      assert.deepEqual(server.recorded('take-a'), bytesOf(5), kind);
      assert.equal(server.objects.size, 5, kind);
    }
  });

  test('asks what became of it before it sends anything again', async () => {
    const server = new FakeServer();
    server.fault = (call) => (call.kind === 'put' && server.count('put') === 1 ? 'LOST_ANSWER' : undefined);
    const page = aPage(await aStoreWith(1), server);

    await page.timing.until(page.complete, 'the upload is complete');

    assert.equal(server.count('put'), 1);
    assert.deepEqual(server.recorded('take-a'), bytesOf(1));
  });

  test('asks what an earlier page has sent before it sends it again', async () => {
    const server = new FakeServer();
    const name = await aStoreWith(5, false);
    const page = aPage(name, server);
    await page.timing.until(() => server.count('put') === 5, 'all is sent');
    await page.leave();
    const next = aPage(name, server);

    await next.timing.until(() => server.takes.get('take-a')?.held.size === 5, 'all is held');

    assert.equal(server.count('put'), 5);
  });

  test('commits what the store says is there already', async () => {
    const server = new FakeServer();
    const sha256 = createHash('sha256').update(bytesOf(1)).digest('hex');
    server.objects.set(`take-a/0-${sha256}`, bytesOf(1));
    const page = aPage(await aStoreWith(1), server);

    await page.timing.until(page.complete, 'the upload is complete');

    assert.equal(server.count('put'), 1);
    assert.deepEqual(server.recorded('take-a'), bytesOf(1));
  });

  test('goes on after a page life that ended at any call', async () => {
    const name = await aStoreWith(14);
    const server = new FakeServer();
    for (let life = 1; life <= 12; life += 1) {
      const page = aPage(name, server);
      const gone = new Promise<void>((resolve) => {
        let calls = 0;
        server.fault = () => {
          calls += 1;
          if (calls === life) resolve(page.leave());
          return undefined;
        };
      });
      await page.timing.until(page.complete, 'the upload is complete').catch(() => gone);
    }
    server.fault = () => undefined;
    const last = aPage(name, server);

    await last.timing.until(last.complete, 'the upload is complete');

    assert.deepEqual(server.recorded('take-a'), bytesOf(14));
  });
});
