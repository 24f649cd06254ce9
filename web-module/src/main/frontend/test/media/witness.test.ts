import '../browser';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { LiveSocket } from '../../src/live/socket';
import { forgetNonce, keepNonce, witnessOf } from '../../src/media/witness';
import { FakeSocket } from '../fake-socket';
import { FakeTiming, settled } from '../fake-timing';

const take = '0191e2c3-0000-7000-8000-000000000001';
const two = [
  { sequence: 3, sha256: 'ab'.repeat(32) },
  { sequence: 4, sha256: 'cd'.repeat(32) },
];

describe('a witness', () => {
  test('is none before a nonce was heard for this attempt', async () => {
    keepNonce('another', '1.AAAA');

    assert.equal(await witnessOf('attempt', take, two), undefined);
  });

  test('has the newest nonce, and the hash that the server reckons', async () => {
    keepNonce('attempt', '0.AAAA');
    keepNonce('attempt', '1.AAAA');

    assert.deepEqual(await witnessOf('attempt', take, two), {
      nonce: '1.AAAA',
      hash: '54e69599767e6d5b557483532c16dfc86f716c771568acf3d2c0860f3dbcb015',
    });
  });
});

test('a nonce is forgotten with its attempt, and not with another', async () => {
  keepNonce('attempt', '1.AAAA');
  forgetNonce('another');
  assert.notEqual(await witnessOf('attempt', take, two), undefined);

  forgetNonce('attempt');

  assert.equal(await witnessOf('attempt', take, two), undefined);
});

test('a nonce is heard with the welcome and with beats', async () => {
  const nonces: string[] = [];
  const socket = new LiveSocket({
    url: 'wss://exam.example/live',
    timing: new FakeTiming(),
    credential: () => Promise.resolve({ token: 'secret' }),
    onWelcome: () => undefined,
    onFrame: () => undefined,
    onNonce: (nonce) => nonces.push(nonce),
    open: () => new FakeSocket() as unknown as WebSocket,
  });
  await settled();
  const line = FakeSocket.latest();
  line.opens();
  await settled();

  line.says({ t: 'welcome', re: 1, serverTime: '2026-11-22T09:00:00.000Z', beatMillis: 5000, nonce: '1.AAAA' });
  line.says({ t: 'beat', serverTime: '2026-11-22T09:00:05.000Z', nonce: '2.BBBB' });
  line.says({ t: 'beat', serverTime: '2026-11-22T09:00:10.000Z' });

  assert.deepEqual(nonces, ['1.AAAA', '2.BBBB']);
  socket.close();
});
