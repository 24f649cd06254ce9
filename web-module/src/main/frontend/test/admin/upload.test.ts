import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { upload } from '../../src/admin/upload';
import { ApiProblem, NetworkFailure } from '../../src/kernel/problems';

/** A call that does what a test says, in place of the browser's. */
class Call extends EventTarget {
  static last: Call;
  readonly upload = new EventTarget();
  readonly headers = new Map<string, string>();
  status = 0;
  responseText = '';
  timeout = 0;
  sent: unknown;

  constructor() {
    super();
    Call.last = this;
  }

  open(): void {
    // Where it goes is the caller's to say.
  }

  setRequestHeader(name: string, value: string): void {
    this.headers.set(name, value);
  }

  send(body: unknown): void {
    this.sent = body;
  }

  answer(status: number, body: string): void {
    this.status = status;
    this.responseText = body;
    this.dispatchEvent(new Event('load'));
  }
}

const real = globalThis.XMLHttpRequest;
afterEach(() => (globalThis.XMLHttpRequest = real));

function begin(sent: (share: number) => void = () => undefined): Promise<unknown> {
  globalThis.XMLHttpRequest = Call as unknown as typeof XMLHttpRequest;
  return upload(new File(['a'], 'roster.csv'), { url: '/there', csrfToken: 'token', sent });
}

test('a file goes with the token of the page and comes back as what became of it', async () => {
  const outcome = begin();
  Call.last.answer(200, '{"added":3}');
  assert.deepEqual(await outcome, { added: 3 });
  assert.equal(Call.last.headers.get('X-CSRF-Token'), 'token');
  assert.equal(Call.last.headers.get('Content-Type'), 'text/csv');
});

test('the share that has left is told, also of an empty file', () => {
  const shares: number[] = [];
  void begin((share) => shares.push(share));
  for (const [loaded, total] of [
    [1, 4],
    [4, 4],
    [0, 0],
  ]) {
    Call.last.upload.dispatchEvent(Object.assign(new Event('progress'), { loaded, total }));
  }
  assert.deepEqual(shares, [0.25, 1, 1]);
});

test('a refusal carries the words of the server', async () => {
  const outcome = begin();
  Call.last.answer(400, '{"code":"ROSTER_HEADER_WRONG","detail":"The first line must be x. Nothing was imported."}');
  await assert.rejects(outcome, (problem) => problem instanceof ApiProblem && problem.detail.includes('first line'));
});

test('silence is a failure of the network', async () => {
  const outcome = begin();
  Call.last.dispatchEvent(new Event('error'));
  await assert.rejects(outcome, NetworkFailure);
});
