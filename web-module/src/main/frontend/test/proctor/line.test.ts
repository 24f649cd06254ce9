import '../browser';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Api } from '../../src/kernel/api';
import { createClock } from '../../src/kernel/clock';
import { ApiProblem, NetworkFailure } from '../../src/kernel/problems';
import { WallLine, type LineEnd } from '../../src/proctor/line';
import { FakeSocket } from '../fake-socket';
import { FakeTiming, settled } from '../fake-timing';

Object.assign(globalThis, { location: { protocol: 'https:', host: 'exam.example' } });

/** A wall's line whose server is the test. */
function aLine() {
  const timing = new FakeTiming();
  const seen = { asked: [] as string[], live: [] as boolean[], answers: 0, welcomes: 0, ends: [] as LineEnd[] };
  let fault: Error | undefined;
  const answer = (path: string): Promise<unknown> => {
    seen.asked.push(path);
    return fault === undefined ? Promise.resolve({ ticket: 'once' }) : Promise.reject(fault);
  };
  const line = new WallLine({
    exam: 'PHY 1',
    api: { get: answer, post: answer } as unknown as Api,
    clock: createClock(timing, 0),
    onWelcome: () => (seen.welcomes += 1),
    onAnswer: () => (seen.answers += 1),
    onFrame: () => undefined,
    onLive: (live) => seen.live.push(live),
    onEnd: (why) => seen.ends.push(why),
    timing,
    open: () => new FakeSocket() as unknown as WebSocket,
  });
  const breaks = (problem: Error | undefined): void => {
    fault = problem;
  };
  return { line, timing, seen, breaks };
}

async function welcomed(): Promise<FakeSocket> {
  await settled();
  const socket = FakeSocket.latest();
  socket.opens();
  await settled();
  const serverTime = '2026-11-22T09:00:00.000Z';
  socket.says({ t: 'welcome', re: socket.last('hello').id, serverTime, connection: 'c1', beatMillis: 5000 });
  await settled();
  return socket;
}

async function subscribed(socket: FakeSocket): Promise<void> {
  socket.says({ t: 'ok', re: socket.last('subscribe').id });
  await settled();
}

async function aLiveLine() {
  const page = aLine();
  const socket = await welcomed();
  await subscribed(socket);
  return { ...page, socket };
}

describe('the line of a wall', () => {
  test('takes frames first and then the answer, so that nothing falls between', async () => {
    const { line, seen } = aLine();
    const socket = await welcomed();
    assert.deepEqual(socket.last('hello')['ticket'], 'once');
    assert.deepEqual([seen.answers, line.isLive()], [0, false]);
    await subscribed(socket);

    assert.deepEqual(seen.asked, ['/live/ticket', '/exams/PHY%201/wall']);
    assert.deepEqual([seen.welcomes, seen.answers, line.isLive()], [1, 1, true]);
    line.close();
  });

  test('begins anew when the server says so', async () => {
    const { line, socket, seen } = await aLiveLine();
    socket.says({ t: 'resync' });
    await settled();
    await subscribed(socket);

    assert.deepEqual([seen.welcomes, seen.answers], [2, 2]);
    line.close();
  });

  test('says from when its states are while it is away, and comes back by itself', async () => {
    const { line, timing, socket, seen } = await aLiveLine();
    const heard = line.now();
    await timing.pass(3_000);
    socket.breaks();
    await settled();
    assert.equal(line.isLive(), false);
    await timing.until(() => FakeSocket.latest() !== socket, 'another socket is opened');
    assert.equal(line.now(), heard);
    await subscribed(await welcomed());

    assert.deepEqual(seen.live, [true, false, true]);
    line.close();
  });

  test('asks again when an answer did not come', async () => {
    const { line, timing, seen, breaks } = aLine();
    const socket = await welcomed();
    breaks(new NetworkFailure(true, undefined));
    await subscribed(socket);
    breaks(undefined);
    assert.equal(line.isLive(), false);
    await timing.until(() => line.isLive(), 'the wall is live');

    assert.equal(seen.answers, 1);
    line.close();
  });

  test('looks once, and soon, when people join', async () => {
    const { line, timing, seen } = await aLiveLine();
    line.lookSoon();
    await timing.pass(500);
    line.lookSoon();
    await timing.pass(4_000);

    assert.equal(seen.answers, 2);
    line.close();
  });

  test('ends when nobody is signed in any more', async () => {
    const { timing, seen, breaks } = await aLiveLine();
    breaks(new ApiProblem(401, 'NOT_SIGNED_IN', ''));
    await timing.until(() => seen.ends.length > 0, 'the wall hears of it');
    await timing.pass(600_000);

    assert.deepEqual(seen.ends, ['SIGNED_OUT']);
    assert.equal(seen.live.at(-1), false);
  });

  test('ends when the proctor is off duty', async () => {
    const { seen } = aLine();
    const socket = await welcomed();
    socket.says({ t: 'no', re: socket.last('subscribe').id, code: 'NOT_ON_DUTY', detail: '' });
    await settled();

    assert.deepEqual(seen.ends, ['OFF_DUTY']);
  });
});
