import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClock } from '../../src/kernel/clock';
import { ApiProblem, NetworkFailure } from '../../src/kernel/problems';
import { firstThen, RenewingToken, type IssuedToken, type TokenOptions } from '../../src/kernel/token';
import { FakeTiming, settled } from '../fake-timing';

const nine = Date.parse('2026-11-22T09:00:00.000Z');

function aToken(ask: TokenOptions['ask']) {
  const timing = new FakeTiming();
  const clock = createClock(timing, 0);
  clock.learn(new Date(nine).toISOString(), timing.now(), timing.now());
  const ended: string[] = [];
  const token = new RenewingToken(
    { ask, clock, timing, onEnd: (code) => ended.push(code) },
    issued('first', clock.now()),
  );
  return { timing, clock, token, ended };
}

function issued(token: string, at: number): IssuedToken {
  return { token, serverTime: new Date(at).toISOString(), expiresAt: new Date(at + 600_000).toISOString() };
}

const expired = (): Promise<never> => Promise.reject(new ApiProblem(401, 'TOKEN_EXPIRED', ''));

test('is renewed at 80 % of its life', async () => {
  let asked = 0;
  const { timing, token } = aToken(() => Promise.resolve(issued(`next-${(asked += 1)}`, nine + asked * 480_000)));
  await timing.pass(479_000);
  assert.equal(token.current(), 'first');

  await timing.pass(1_000);
  assert.equal(token.current(), 'next-1');
  await timing.pass(480_000);

  assert.equal(token.current(), 'next-2');
  token.close();
});

test('is asked for once however many calls were refused with the old one', async () => {
  let asked = 0;
  const { token } = aToken(() => Promise.resolve(issued(`next-${(asked += 1)}`, nine)));

  const given = await Promise.all([token.renew('first'), token.renew('first')]);
  assert.equal(await token.renew('first'), 'next-1');

  assert.deepEqual(given, ['next-1', 'next-1']);
  assert.equal(asked, 1);
  token.close();
});

test('is asked for again and again while the network is away', async () => {
  let away = true;
  const { timing, token } = aToken(() =>
    away ? Promise.reject(new NetworkFailure(false, undefined)) : Promise.resolve(issued('next', nine)),
  );
  await timing.pass(590_000);
  away = false;

  await timing.until(() => token.current() === 'next', 'there is a new token');

  token.close();
});

test('is asked for again when the call met another one', async () => {
  const answers = [Promise.reject(new ApiProblem(409, 'CHANGED_MEANWHILE', '')), Promise.resolve(issued('next', nine))];
  const { token, ended } = aToken(() => answers.shift() ?? expired());
  await assert.rejects(token.renew('first'));

  assert.equal(await token.renew('first'), 'next');

  assert.deepEqual(ended, []);
  token.close();
});

test('ends when the server refuses another one, and says why', async () => {
  const { timing, token, ended } = aToken(() => Promise.reject(new ApiProblem(401, 'TOKEN_REVOKED', '')));
  await timing.pass(480_000);

  assert.deepEqual(ended, ['TOKEN_REVOKED']);
  assert.equal(await token.renew('first'), undefined);
});

test('goes on with an upload token when the join token is worth nothing any more', async () => {
  const asked: string[] = [];
  const { token, ended } = aToken(
    firstThen(
      () => (asked.push('join'), expired()),
      () => (asked.push('upload'), Promise.resolve(issued(`upload-${asked.length}`, nine))),
    ),
  );

  assert.equal(await token.renew('first'), 'upload-2');
  assert.equal(await token.renew('upload-2'), 'upload-3');
  await settled();

  assert.deepEqual(asked, ['join', 'upload', 'upload']);
  assert.deepEqual(ended, []);
  token.close();
});
