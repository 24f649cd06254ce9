import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { NetworkFailure } from '../../src/kernel/problems';
import { LiveRefusal, type Frame, type Line } from '../../src/live/frames';
import { createInterventions } from '../../src/proctor/intervening';
import { doneWords, interventions, isPossible, questions, read, unanswered } from '../../src/proctor/interventions';
import { extraWords, type AttemptState } from '../../src/proctor/tile';
import type { Toast, Toasts } from '../../src/proctor/toasts';
import { aTile, asking, type Changes } from './tiles';

describe('the buttons', () => {
  const shown = (state: AttemptState, more: Changes = {}) =>
    interventions.filter((one) => isPossible(one, aTile({ state, ...more }))).join(' ');

  test('offer what the state allows, as the server does', () => {
    assert.equal(shown('AWAITING'), 'admit end');
    assert.equal(shown('RUNNING'), 'pause extend end');
    assert.equal(shown('PAUSED'), 'resume extend end');
  });

  test('let another browser in, or not, while it waits', () => {
    assert.equal(shown('RUNNING', { takeover: asking }), 'admit refuse pause extend end');
    assert.equal(shown('PAUSED', { takeover: asking }), 'admit refuse resume extend end');
    assert.equal(shown('RUNNING', { takeover: { ...asking, waits: false } }), 'pause extend end');
  });

  test('offer nothing once it is over', () => {
    assert.deepEqual(
      (['COMPLETED', 'TERMINATED', 'EXPIRED'] as const).map((state) => shown(state, { takeover: asking })),
      ['', '', ''],
    );
  });
});

describe('a question', () => {
  test('wants a reason, and sends it without its blanks', () => {
    assert.deepEqual(read('pause', '  fire alarm ', ''), { given: { reason: 'fire alarm' } });
    assert.deepEqual(read('end', ' ', ''), { field: 'reason', words: 'Say why, in a few words.' });
  });

  test('wants whole minutes, as many as the server gives', () => {
    assert.deepEqual(read('extend', 'late start', '240'), { given: { reason: 'late start', minutes: 240 } });
    for (const minutes of ['', '0', '241', '2.5', 'ten', '-5']) {
      assert.ok('field' in read('extend', 'late start', minutes), minutes);
    }
  });

  test('is asked twice only for what can’t be undone', () => {
    assert.notEqual(questions.end.sure, undefined);
    assert.equal(questions.pause.sure ?? questions.extend.sure, undefined);
  });
});

test('what was done is said with what follows from it', () => {
  const done = doneWords('extend', '2026-11-22T11:15:00Z', 15);
  assert.equal(done.title, 'has 15 minutes more');
  assert.match(done.text, /until \d\d:15\.$/);
  assert.match(doneWords('pause', '2026-11-22T11:15:00Z').text, /stands still/);
});

test('without an answer it is not said that nothing was done', () => {
  assert.match(unanswered(new NetworkFailure(true, '')) ?? '', /done or not/);
  assert.equal(unanswered(new LiveRefusal('NOT_ON_DUTY', 'Not here.')), undefined);
});

test('time that was given stands beside the seat', () => {
  assert.equal(extraWords(aTile({ extraSeconds: 900 })), ' · 15 min more');
  assert.equal(extraWords(aTile()), '');
});

describe('what needs no question', () => {
  const told: Toast[] = [];
  const asked: [string, object | undefined][] = [];
  const toasts = { tell: (toast: Toast) => told.push(toast) } as unknown as Toasts;
  const dialog = {} as HTMLDialogElement;
  const lineOf = (answer: () => Promise<Frame>): Line => ({
    send: () => true,
    request: (t, body) => {
      asked.push([t, body]);
      return answer();
    },
  });

  test('goes out at once, and its answer is told', async () => {
    const ok = { v: 1, t: 'ok', attempt: { endsAt: '2026-11-22T11:15:00Z' } } as const;
    await createInterventions(
      lineOf(() => Promise.resolve(ok)),
      toasts,
      dialog,
    ).resume(aTile());
    assert.deepEqual(asked.at(-1), ['resume', { attempt: 'a1' }]);
    assert.equal(told.at(-1)?.title, 'goes on');
    assert.equal(told.at(-1)?.name, 'Bo Li');
  });

  test('names the page of another browser that stood there when it was let in', async () => {
    const ok = { v: 1, t: 'ok', attempt: { endsAt: '2026-11-22T11:15:00Z' } } as const;
    const acts = createInterventions(
      lineOf(() => Promise.resolve(ok)),
      toasts,
      dialog,
    );
    await acts.admit(aTile({ takeover: asking }));
    assert.deepEqual(asked.at(-1), ['admit', { attempt: 'a1', page: 'p2' }]);
    await acts.admit(aTile({ state: 'AWAITING' }));
    assert.deepEqual(asked.at(-1), ['admit', { attempt: 'a1' }]);
  });

  test('says in the server’s words why it was refused', async () => {
    const no = new LiveRefusal('ATTEMPT_ACTION_REFUSED', 'RESUME is not possible now: the attempt is RUNNING.');
    await createInterventions(
      lineOf(() => Promise.reject(no)),
      toasts,
      dialog,
    ).resume(aTile());
    assert.equal(told.at(-1)?.title, 'Not resumed');
    assert.equal(told.at(-1)?.text, no.detail);
    assert.equal(told.at(-1)?.error, true);
  });
});
