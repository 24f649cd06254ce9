import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offerWords, withOffer, type Offer } from '../../src/candidate/again';
import { createEntrance, type Opened } from '../../src/candidate/entrance';
import { allSaved } from '../../src/candidate/notices';
import type { Api } from '../../src/kernel/api';
import { runningAttempt } from '../../src/media/running';

const opened = { examCode: 'TD', candidateId: 'C-1' } as Opened;

test('the last page offers another attempt, and nothing begins by itself', () => {
  let begun = 0;
  const offer: Offer = { number: 2, of: 3, begin: () => (begun += 1) };
  const notice = withOffer(allSaved(opened, 10), offer);

  assert.match(notice.text, /TD · C-1\. You may take this exam again: attempt 2 of 3\.$/);
  assert.deepEqual([notice.act?.label, begun], ['Get ready for attempt 2', 0]);
  notice.act?.run();
  assert.equal(begun, 1);
});

test('without another attempt nothing is offered', () => {
  assert.equal(withOffer(allSaved(opened, 10), undefined).act, undefined);
  assert.equal(offerWords({ number: 2, of: 2 }), 'You may take this exam again: attempt 2 of 2.');
});

test('every join and resume names the attempt that is meant', async () => {
  const sent: unknown[] = [];
  const post = (path: string, body: unknown): Promise<unknown> => Promise.resolve(sent.push([path, body]));
  const entrance = createEntrance({ post } as unknown as Api, 'invitation', () => 'mark');
  await entrance.join(2);
  await entrance.resume(1);

  assert.deepEqual(sent, [
    ['/join', { invitation: 'invitation', browser: 'mark', attempt: 2 }],
    ['/resume', { invitation: 'invitation', attempt: 1 }],
  ]);
});

test('a note from before attempts were numbered is of the first', () => {
  const notes = new Map([['kw-running-k', '{"attemptId":"a1","tracks":["camera"],"policy":{}}']]);
  Object.assign(globalThis, { localStorage: { getItem: (name: string) => notes.get(name) ?? null } });

  assert.equal(runningAttempt('k')?.number, 1);
});
