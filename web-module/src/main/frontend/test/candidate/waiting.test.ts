import '../browser';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Joined } from '../../src/candidate/entrance';
import { Waiting, type WaitingOptions } from '../../src/candidate/waiting';
import { createClock } from '../../src/kernel/clock';
import { ApiProblem, NetworkFailure } from '../../src/kernel/problems';
import { FakeSocket } from '../fake-socket';
import { FakeTiming, settled } from '../fake-timing';

Object.assign(globalThis, { location: { protocol: 'https:', host: 'exam.example' } });

const answer = (state: Joined['state'], joinToken: string): Joined => ({
  attemptId: 'a1',
  attemptNumber: 1,
  state,
  joinToken,
  expiresAt: '2026-11-22T10:10:00Z',
  serverTime: '2026-11-22T10:00:00Z',
});

/** A page that waits, and what the server will answer it. */
function waiting(answers: (Joined | Error)[], first?: Joined) {
  const timing = new FakeTiming();
  const heard: string[] = [];
  const options: WaitingOptions = {
    entrance: {
      join: () => {
        const next = answers.shift();
        if (next === undefined) throw new Error('Asked too often');
        return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
      },
    },
    attempt: 1,
    clock: createClock(timing),
    onIn: ({ joinToken }) => heard.push(`in ${joinToken}`),
    onEnd: (problem) => heard.push(`end ${(problem as ApiProblem).code}`),
    timing,
    open: () => new FakeSocket() as unknown as WebSocket,
    ...(first === undefined ? {} : { first }),
  };
  return { page: new Waiting(options), timing, heard, answers };
}

test('asks again until it is let in, and says hello with the newest right to wait', async () => {
  const { timing, heard } = waiting([answer('AWAITING', 't2'), answer('RUNNING', 't3')], answer('AWAITING', 't1'));
  await timing.pass(1);
  FakeSocket.latest().opens();
  await settled();
  assert.equal(FakeSocket.latest().last('hello')['token'], 't1');
  await timing.pass(5_000);
  assert.deepEqual(heard, []);
  await timing.pass(5_000);
  assert.deepEqual(heard, ['in t3']);
});

test('asks at once when the server says that it was decided', async () => {
  const { timing, heard } = waiting([answer('RUNNING', 't2')], answer('AWAITING', 't1'));
  await timing.pass(1);
  FakeSocket.latest().opens();
  await settled();
  const { id } = FakeSocket.latest().last('hello');
  FakeSocket.latest().says({ t: 'welcome', re: id, serverTime: '2026-11-22T10:00:00Z', beatMillis: 5_000 });
  await settled();
  FakeSocket.latest().says({ t: 'decided' });
  await settled();
  assert.deepEqual(heard, ['in t2']);
});

test('waits through a lost network, and ends when it is not let in', async () => {
  const refused = new ApiProblem(403, 'TAKEOVER_REFUSED', 'No.');
  const { timing, heard, answers } = waiting([new NetworkFailure(false, ''), refused]);
  await timing.pass(1);
  assert.deepEqual(heard, []);
  await timing.pass(5_000);
  assert.deepEqual([heard, answers.length], [['end TAKEOVER_REFUSED'], 0]);
  await timing.pass(60_000);
});

test('asks no more once it is closed', async () => {
  const { page, timing, heard } = waiting([], answer('AWAITING', 't1'));
  page.close();
  await timing.pass(60_000);
  assert.deepEqual(heard, []);
});
