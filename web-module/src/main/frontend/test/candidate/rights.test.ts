import '../browser';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { untilAnswered } from '../../src/candidate/patience';
import { takingPart } from '../../src/candidate/rights';
import type { Entrance, Joined } from '../../src/candidate/entrance';
import type { Api } from '../../src/kernel/api';
import { createClock } from '../../src/kernel/clock';
import { ApiProblem, NetworkFailure } from '../../src/kernel/problems';
import { FakeTiming } from '../fake-timing';

const joined = (joinToken: string) => ({
  attemptId: 'a1',
  attemptNumber: 2,
  state: 'RUNNING' as const,
  joinToken,
  expiresAt: '2026-11-22T10:10:00Z',
  serverTime: '2026-11-22T10:00:00Z',
});

function aRight(isNewest: boolean) {
  const timing = new FakeTiming();
  const clock = createClock(timing, Date.parse('2026-11-22T10:00:00Z'));
  let joins = 0;
  const meant: number[] = [];
  const ends: string[] = [];
  const join = (attempt: number): Promise<Joined> => {
    meant.push(attempt);
    return Promise.resolve(joined(`token-${(joins += 1)}`));
  };
  const entrance = { join } as unknown as Entrance;
  const expired = (): Promise<never> => Promise.reject(new ApiProblem(401, 'TOKEN_EXPIRED', 'Too late'));
  const api = { post: expired } as unknown as Api;
  const onEnd = (code: string): void => void ends.push(code);
  const onJoined = (): void => undefined;
  const right = takingPart({ entrance, attempt: 2, api, clock, timing, isNewest: () => isNewest, onJoined, onEnd });
  return { right, ends, meant, joins: () => joins };
}

test('a token that expired in a long cut is replaced by joining again', async () => {
  const { right, joins, ends } = aRight(true);
  const first = await right.renew(undefined);
  assert.equal(first, 'token-1');
  assert.equal(await right.renew(first), 'token-2');
  assert.deepEqual([joins(), ends], [2, []]);
});

test('whoever joins again means the attempt of before, and no other', async () => {
  const { right, meant } = aRight(true);
  await right.renew(await right.renew(undefined));
  assert.deepEqual(meant, [2, 2]);
});

test('an older page does not take the exam back from a newer one', async () => {
  const { right, joins, ends } = aRight(false);
  const first = await right.renew(undefined);
  await right.renew(first).catch(() => undefined);
  assert.deepEqual([joins(), ends], [1, ['TOKEN_SUPERSEDED']]);
});

test('asks until the server answers, and at once when the network is back', async () => {
  const timing = new FakeTiming();
  let asked = 0;
  const ask = (): Promise<string> => {
    asked += 1;
    return asked < 3 ? Promise.reject(new NetworkFailure(false, 'away')) : Promise.resolve('here');
  };
  const { signal } = new AbortController();
  const answer = untilAnswered(ask, { signal, timing });
  await timing.until(() => asked === 2, 'it asked again');
  dispatchEvent(new Event('online'));
  assert.equal(await answer, 'here');
});

test('a refusal is an answer', async () => {
  const { signal } = new AbortController();
  const refusal = new ApiProblem(404, 'INVITATION_UNKNOWN', 'No');
  await assert.rejects(
    untilAnswered(() => Promise.reject(refusal), { signal }),
    refusal,
  );
});
