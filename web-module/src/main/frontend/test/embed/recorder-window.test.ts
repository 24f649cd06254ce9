import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RecorderWindow, type RecorderReport } from '../../src/embed/recorder-window';
import { FakeTiming } from '../fake-timing';

const link = new URL('https://exams.example.org/candidate/exam#AaID0123456789012345678901.tail');

function aWindow(held = false) {
  const timing = new FakeTiming();
  const states: string[] = [];
  const reports: RecorderReport[] = [];
  const page = { closed: false, hellos: 0, focused: 0, postMessage: () => page.hellos++, focus: () => page.focused++ };
  const opened: string[] = [];
  const recorder = new RecorderWindow({
    link,
    timing,
    open: (address, name) => {
      opened.push(`${name} ${address}`);
      return held ? null : page;
    },
    onReport: (report) => {
      states.push(report.state);
      reports.push(report);
    },
  });
  const hear = (data: unknown, origin = link.origin, source: unknown = page): void =>
    recorder.hear({ data, origin, source: source as Window });
  const state = (name: string, more = {}): unknown => ({
    knightswatch: 1,
    t: 'state',
    state: name,
    text: 'x',
    ...more,
  });
  return { recorder, timing, states, reports, page, opened, hear, state };
}

test('opens the recorder once, and says what it says', async () => {
  const { recorder, timing, states, reports, page, opened, hear, state } = aWindow();
  assert.equal(recorder.open(), true);
  assert.equal(recorder.open(), true);
  assert.deepEqual(opened, [`knightswatch-AaID0123456789012345678901 ${link.href}`]);
  assert.equal(page.focused, 2);

  await timing.pass(4_000);
  assert.equal(page.hellos, 3);
  hear(state('GETTING_READY'));
  hear(state('RECORDING'));
  hear(state('RECORDING'));
  hear(state('UPLOADING', { held: 3, of: 9 }));

  assert.deepEqual(states, ['OPENING', 'GETTING_READY', 'RECORDING', 'UPLOADING']);
  assert.deepEqual(reports.at(-1), { state: 'UPLOADING', text: 'x', paused: false, held: 3, of: 9 });
});

test('believes nobody else, and nothing that has another form', () => {
  const { recorder, states, page, hear, state } = aWindow();
  recorder.open();
  hear(state('RECORDING'), 'https://elsewhere.example');
  hear(state('RECORDING'), link.origin, {});
  for (const data of [null, 'RECORDING', { t: 'state', state: 'RECORDING' }, state('CLOSED'), state('EVIL')])
    hear(data);
  assert.deepEqual(states, ['OPENING']);
  assert.equal(page.closed, false);
});

test('says when it is silent, closed, or held back', async () => {
  const { recorder, timing, states, page, hear, state } = aWindow();
  recorder.open();
  await timing.pass(40_000);
  hear(state('RECORDING'));
  await timing.pass(80_000);
  page.closed = true;
  await timing.pass(5_000);
  assert.deepEqual(states, ['OPENING', 'SILENT', 'RECORDING', 'SILENT', 'CLOSED']);
  assert.equal(aWindow(true).recorder.open(), false);
});

test('may be closed once all is saved', async () => {
  const { recorder, timing, states, page, hear, state } = aWindow();
  recorder.open();
  hear(state('SAVED'));
  page.closed = true;
  await timing.pass(5_000);
  assert.deepEqual(states.at(-1), 'SAVED');
});

test('finds a recorder again that goes on while the page was loaded anew', () => {
  const { states, page, opened, hear, state } = aWindow();
  hear(state('RECORDING'));
  assert.deepEqual(states.at(-1), 'RECORDING');
  assert.equal(page.hellos, 1);
  assert.deepEqual(opened, []);
});
