import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createApi } from '../../src/kernel/api';
import { createClock } from '../../src/kernel/clock';
import { ApiProblem, isPassing, NetworkFailure } from '../../src/kernel/problems';
import { FakeTiming, settled } from '../fake-timing';

type Serve = (url: string, init: RequestInit) => Response | Promise<Response>;

function anApi(serve: Serve, options: object = {}) {
  const timing = new FakeTiming();
  const api = createApi({
    base: '/api/v1',
    timing,
    fetch: (url, init) => Promise.resolve(serve(url as string, init ?? {})),
    ...options,
  });
  return { timing, api };
}

const json = (body: unknown, status = 200, headers = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });
const refused = (status: number, body: object, headers = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/problem+json', ...headers } });

describe('a call', () => {
  test('sends JSON with the token and gives the answer', async () => {
    const seen: [string, RequestInit][] = [];
    const token = { current: () => 'abc', renew: () => Promise.resolve(undefined) };
    const { api } = anApi(
      (url, init) => {
        seen.push([url, init]);
        return json({ attemptId: 'a' });
      },
      { token, headers: { 'X-CSRF-Token': 'c' } },
    );

    assert.deepEqual(await api.post('/join', { invitation: 'i' }), { attemptId: 'a' });

    const [[url, init]] = seen as [[string, RequestInit]];
    assert.equal(url, '/api/v1/join');
    assert.equal(init.body, '{"invitation":"i"}');
    assert.deepEqual(init.headers, {
      Accept: 'application/json',
      'Content-Type': 'application/json',
      'X-CSRF-Token': 'c',
      Authorization: 'Bearer abc',
    });
  });

  test('gives nothing for an answer without a body', async () => {
    const { api } = anApi(() => new Response(null, { status: 204 }));

    assert.equal(await api.post('/attempts/a/beat'), undefined);
  });

  test('sets the clock by the answer', async () => {
    const timing = new FakeTiming();
    const clock = createClock(timing, 0);
    const { api } = anApi(() => json({ serverTime: '2026-11-22T09:00:00.000Z' }), { clock, timing });
    await api.get('/attempts/a');

    assert.equal(clock.now(), Date.parse('2026-11-22T09:00:00.000Z'));
  });
});

describe('a refusal', () => {
  test('tells its code, its fields and how long to wait', async () => {
    const errors = [{ field: 'endsAt', code: 'EXAM_ENDS_BEFORE_START', message: 'Ends before it opens.' }];
    const { api } = anApi(() =>
      refused(429, { code: 'RATE_EXCEEDED', detail: 'Slow down', errors }, { 'Retry-After': '7' }),
    );

    await assert.rejects(api.get('/x'), (problem) => {
      assert.ok(problem instanceof ApiProblem);
      assert.deepEqual(
        [problem.status, problem.code, problem.detail, problem.errors, problem.retryAfterMillis],
        [429, 'RATE_EXCEEDED', 'Slow down', errors, 7_000],
      );
      return isPassing(problem);
    });
  });

  test('of a proxy that speaks HTML still has its status', async () => {
    const { api } = anApi(() => new Response('<h1>Bad gateway</h1>', { status: 502, statusText: 'Bad Gateway' }));

    await assert.rejects(
      api.get('/x'),
      (problem) => problem instanceof ApiProblem && problem.status === 502 && problem.code === 'UNKNOWN',
    );
  });

  test('of the token is mended once, by a new one', async () => {
    const tokens: (string | null)[] = [];
    const token = { current: () => 'old', renew: (old?: string) => Promise.resolve(old === 'old' ? 'new' : undefined) };
    const { api } = anApi(
      (_, init) => {
        tokens.push(new Headers(init.headers).get('Authorization'));
        return tokens.length === 1 ? refused(401, { code: 'TOKEN_EXPIRED' }) : json({ fine: true });
      },
      { token },
    );

    assert.deepEqual(await api.get('/x'), { fine: true });
    assert.deepEqual(tokens, ['Bearer old', 'Bearer new']);
  });
});

describe('no answer', () => {
  test('in time is a failure of the network, and the call is given up', async () => {
    let aborted = false;
    const { api, timing } = anApi(
      (_, init) =>
        new Promise((_resolve, reject) => {
          init.signal?.addEventListener('abort', () => {
            aborted = true;
            reject(new DOMException('Aborted', 'AbortError'));
          });
        }),
      { timeoutMillis: 3_000 },
    );
    const called = assert.rejects(api.get('/x'), (problem) => problem instanceof NetworkFailure && problem.timedOut);
    await settled();
    await timing.pass(3_000);

    await called;
    assert.ok(aborted);
  });

  test('because nobody is there is told apart from a refusal', async () => {
    const { api } = anApi(() => Promise.reject(new TypeError('Failed to fetch')));

    await assert.rejects(
      api.get('/x'),
      (problem) => problem instanceof NetworkFailure && !problem.timedOut && isPassing(problem),
    );
  });

  test("wanted any more is the caller's own doing, and no failure", async () => {
    const leaving = new AbortController();
    const { api } = anApi(
      (_, init) =>
        new Promise((_resolve, reject) => {
          init.signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
        }),
    );
    const called = assert.rejects(api.get('/x', { signal: leaving.signal }), { name: 'AbortError' });
    leaving.abort();

    await called;
  });
});
