import '../browser';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createClock } from '../../src/kernel/clock';
import { NetworkFailure } from '../../src/kernel/problems';
import type { Frame } from '../../src/live/frames';
import { LiveRefusal } from '../../src/live/frames';
import { LiveSocket, type SocketState } from '../../src/live/socket';
import { FakeSocket } from '../fake-socket';
import { FakeTiming, settled } from '../fake-timing';

function aSocket() {
  const timing = new FakeTiming();
  const clock = createClock(timing, 0);
  const states: [SocketState, string?][] = [];
  const frames: Frame[] = [];
  const refusals: boolean[] = [];
  const opened = FakeSocket.made.length;
  const socket = new LiveSocket({
    url: 'wss://exam.example/live',
    timing,
    clock,
    credential: (refused) => {
      refusals.push(refused);
      return Promise.resolve({ token: 'secret' });
    },
    onWelcome: () => undefined,
    onFrame: (frame) => frames.push(frame),
    onState: (state, code) => states.push(code === undefined ? [state] : [state, code]),
    open: () => new FakeSocket() as unknown as WebSocket,
  });
  return { timing, clock, states, frames, refusals, socket, connections: () => FakeSocket.made.length - opened };
}

async function welcomed(): Promise<void> {
  await settled();
  const line = FakeSocket.latest();
  line.opens();
  await settled();
  line.says({
    t: 'welcome',
    re: line.last('hello').id,
    serverTime: '2026-11-22T09:00:00.000Z',
    connection: 'c1',
    beatMillis: 5000,
  });
  await settled();
}

async function anOpenSocket() {
  const page = aSocket();
  await welcomed();
  return { ...page, line: FakeSocket.latest() };
}

describe('the first frame', () => {
  test('carries the token, and the welcome opens the line and sets the clock', async () => {
    const { socket, line, clock } = await anOpenSocket();

    assert.deepEqual(line.sent[0], { v: 1, t: 'hello', token: 'secret', id: 1 });
    assert.equal(socket.state(), 'OPEN');
    assert.equal(clock.now(), Date.parse('2026-11-22T09:00:00.000Z'));
    socket.close();
  });

  test('is tried again with a renewed token when the old one has expired', async () => {
    const { socket, timing, refusals } = aSocket();
    await settled();
    FakeSocket.latest().opens();
    await settled();
    FakeSocket.latest().says({ t: 'no', re: 1, code: 'TOKEN_EXPIRED' });
    await settled();
    assert.equal(socket.state(), 'WAITING');

    await timing.until(() => refusals.length === 2, 'it connects again');

    assert.deepEqual(refusals, [false, true]);
    socket.close();
  });

  test('ends for good when the token is revoked or another page took over', async () => {
    for (const [code, state] of [
      ['TOKEN_REVOKED', 'REVOKED'],
      ['TOKEN_SUPERSEDED', 'SUPERSEDED'],
    ] as const) {
      const { socket, timing, states, connections } = aSocket();
      await settled();
      FakeSocket.latest().opens();
      await settled();
      FakeSocket.latest().says({ t: 'no', re: 1, code });
      await timing.pass(600_000);

      assert.equal(socket.state(), state);
      assert.deepEqual(states.at(-1), [state, code]);
      assert.equal(connections(), 1);
    }
  });

  test('gives up a server that opens the line and never says welcome', async () => {
    const { socket, timing, connections } = aSocket();
    await settled();
    FakeSocket.latest().opens();

    await timing.until(() => connections() === 2, 'it connects again');

    socket.close();
  });
});

describe('a request', () => {
  test('is answered by its number', async () => {
    const { socket, line } = await anOpenSocket();
    const first = socket.request('say', { text: 'One' });
    const second = socket.request('say', { text: 'Two' });
    line.says({ t: 'no', re: 3, code: 'FIELD_TOO_LONG', detail: 'Too long' });
    line.says({ t: 'ok', re: 2, at: 'now' });

    assert.equal((await first)['at'], 'now');
    await assert.rejects(second, (problem) => problem instanceof LiveRefusal && problem.code === 'FIELD_TOO_LONG');
    socket.close();
  });

  test('ends after four seconds without an answer', async () => {
    const { socket, timing } = await anOpenSocket();
    const asked = assert.rejects(
      socket.request('hand', { up: true }),
      (problem) => problem instanceof NetworkFailure && problem.timedOut,
    );

    await timing.pass(4_000);

    await asked;
    socket.close();
  });

  test('fails at once while the line is down', async () => {
    const { socket, line } = await anOpenSocket();
    const asked = assert.rejects(socket.request('hand', { up: true }), NetworkFailure);
    line.breaks();

    await asked;
    await assert.rejects(socket.request('hand', { up: true }), NetworkFailure);
    assert.equal(socket.send('fact', { kind: 'PAGE_LEFT' }), false);
    socket.close();
  });
});

describe('an open line', () => {
  test('is beaten on, and believed for as long as it is heard', async () => {
    const { socket, line, timing, connections } = await anOpenSocket();
    for (let beat = 1; beat <= 10; beat += 1) {
      await timing.pass(5_000);
      assert.equal(line.count('beat'), beat);
      line.says({ t: 'beat', serverTime: '2026-11-22T09:00:00.000Z' });
    }

    assert.equal(connections(), 1);
    assert.equal(socket.state(), 'OPEN');
    socket.close();
  });

  test('that has gone silent is left after three beats and one question', async () => {
    const { socket, timing, connections } = await anOpenSocket();

    await timing.pass(19_000);
    assert.equal(socket.state(), 'OPEN');
    await timing.until(() => connections() === 2, 'it connects again');

    assert.ok(timing.now() < 1_000 + 30_000);
    socket.close();
  });

  for (const event of ['online', 'offline']) {
    test(`is questioned at once when the browser says that it is ${event}`, async () => {
      const { socket, line, timing } = await anOpenSocket();
      globalThis.dispatchEvent(new Event(event));
      assert.equal(line.count('beat'), 1);

      await timing.pass(4_000);

      assert.equal(socket.state(), 'WAITING');
      socket.close();
    });
  }

  test('survives the question when the answer comes', async () => {
    const { socket, line, timing } = await anOpenSocket();
    globalThis.dispatchEvent(new Event('pageshow'));
    line.says({ t: 'beat', serverTime: '2026-11-22T09:00:00.000Z' });

    await timing.pass(4_500);

    assert.equal(socket.state(), 'OPEN');
    socket.close();
  });

  test("hands on what the server says, and nothing of what it can't read", async () => {
    const { socket, line, frames } = await anOpenSocket();
    line.says({ t: 'hand', up: false });
    line.dispatchEvent(Object.assign(new Event('message'), { data: 'no json' }));
    line.says({ v: 2, t: 'hand', up: true });

    assert.deepEqual(frames, [{ v: 1, t: 'hand', up: false }]);
    socket.close();
  });
});

describe('a lost line', () => {
  test('comes back more and more slowly, and at once on a hint', async () => {
    const { socket, line, timing, connections } = await anOpenSocket();
    line.breaks();
    await timing.pass(300_000);
    const slow = connections();
    assert.ok(slow > 8 && slow < 60, `${slow} connections in five minutes`);
    FakeSocket.latest().breaks();
    await settled();

    globalThis.dispatchEvent(new Event('online'));
    await welcomed();

    assert.equal(socket.state(), 'OPEN');
    socket.close();
  });

  test('ends for good by superseded, revoked and our own closing', async () => {
    for (const [end, state] of [
      [{ t: 'superseded' }, 'SUPERSEDED'],
      [{ t: 'revoked', code: 'ATTEMPT_ENDED' }, 'REVOKED'],
      [undefined, 'CLOSED'],
    ] as const) {
      const { socket, line, timing, connections } = await anOpenSocket();
      if (end === undefined) socket.close();
      else line.says(end);
      await timing.pass(120_000);
      globalThis.dispatchEvent(new Event('online'));
      await settled();

      assert.equal(socket.state(), state);
      assert.equal(connections(), 1);
    }
  });
});
