import assert from 'node:assert/strict';
import { test } from 'node:test';
import { examReport, Opener, stepReport } from '../../src/candidate/opener';
import { FakeTiming } from '../fake-timing';

const CAMPUS = 'https://campus.example.org';

function anOpener(remembered?: string) {
  const timing = new FakeTiming();
  const heard: { to: string; said: { t?: unknown; state?: unknown } }[] = [];
  const shelf = new Map(remembered === undefined ? [] : [['kw-opener', remembered]]);
  const page = {
    postMessage: (said: Record<string, unknown>, to: string) => heard.push({ to, said }),
    focus: () => undefined,
  } as unknown as Window;
  const storage = {
    getItem: (name: string) => shelf.get(name) ?? null,
    setItem: (name: string, value: string) => shelf.set(name, value),
  } as unknown as Storage;
  const opener = new Opener({ page, timing, storage: () => storage });
  const hello = (origin: string, source: unknown = page, data: unknown = { knightswatch: 1, t: 'hello' }): void =>
    opener.hear({ origin, source: source as Window, data });
  return { opener, heard, hello, timing, shelf };
}

test('tells a page whose origin the server named, each change once and every five seconds anew', async () => {
  const { opener, heard, hello, timing } = anOpener();
  hello(CAMPUS);
  assert.equal(heard.length, 0);

  opener.allow([CAMPUS]);
  opener.report({ state: 'RECORDING', text: 'Recording is safe.' });
  opener.report({ state: 'RECORDING', text: 'Recording is safe.' });
  assert.deepEqual(
    heard.map(({ to, said }) => [to, said.t, said.state]),
    [
      [CAMPUS, 'state', 'GETTING_READY'],
      [CAMPUS, 'state', 'RECORDING'],
    ],
  );

  await timing.pass(10_000);
  assert.equal(heard.length, 4);
});

test('tells others only that they may not hear', () => {
  const { opener, heard, hello } = anOpener();
  opener.allow([CAMPUS]);
  hello('https://elsewhere.example');
  opener.report({ state: 'RECORDING', text: 'Recording is safe.' });
  for (const { to, said } of heard) {
    assert.equal(to, 'https://elsewhere.example');
    assert.deepEqual(said, { knightswatch: 1, t: 'refused' });
  }
  assert.equal(opener.has(undefined), false);
});

test('hears nobody but the page that opened it, and nothing but hello', () => {
  const { opener, heard, hello } = anOpener();
  opener.allow([CAMPUS]);
  hello(CAMPUS, {});
  for (const data of [null, 'hello', { t: 'hello' }, { knightswatch: 1, t: 'finish' }]) hello(CAMPUS, undefined, data);
  assert.equal(heard.length, 0);
});

test('goes on telling after it was loaded anew', () => {
  const { opener, heard, shelf } = anOpener(CAMPUS);
  opener.allow([CAMPUS]);
  assert.equal(heard.length, 1);
  assert.equal(shelf.get('kw-opener'), CAMPUS);
});

test('knows whether the exam is taken in the page that opened it', () => {
  const { opener, hello } = anOpener();
  opener.allow([CAMPUS]);
  assert.equal(opener.has(undefined), false);
  hello(CAMPUS);
  assert.equal(opener.has(undefined), true);
  assert.equal(opener.has(`${CAMPUS}/exam/7`), true);
  assert.equal(opener.has('https://elsewhere.example/exam'), false);
});

test('has a state for every step', () => {
  assert.equal(stepReport('consent', 'Before you start').state, 'GETTING_READY');
  assert.equal(stepReport('goodbye', 'All saved').state, 'SAVED');
  assert.equal(stepReport('superseded', 'Open in a newer page').state, 'STOPPED');
  const saying = { tone: 'warn', icon: 'silent', word: 'Recording waits', more: 'Soon.' } as const;
  assert.deepEqual(examReport(true, saying, false), {
    state: 'WAITING',
    text: 'Recording waits. Soon.',
    paused: false,
  });
  assert.equal(examReport(false, { ...saying, icon: 'alert' }, true).state, 'NOT_RECORDING');
});
