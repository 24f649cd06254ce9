import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endedNote, endedText, endedTitle, remainingMillis, type Ending } from '../../src/candidate/ended-words';
import type { Opened } from '../../src/candidate/entrance';
import type { Progress } from '../../src/media/progress';

const progress: Progress = {
  segmentsKept: 10,
  segmentsHeld: 4,
  bytesLeft: 1_000,
  tracks: {},
  mismatched: 0,
  refusals: [],
  state: 'UPLOADING',
};
const ending: Ending = {
  opened: {
    examCode: 'TD',
    candidateId: 'C-1',
    policy: { lateHours: 72 },
    facts: { contact: 'exams@halvorn.example' },
  } as Opened,
  state: 'COMPLETED',
  endedAt: Date.parse('2026-11-22T10:00:00Z'),
  progress,
  remainingMillis: undefined,
};

test('says how the exam ended', () => {
  const said = (['COMPLETED', 'TERMINATED', 'EXPIRED'] as const).map((state) => endedTitle({ ...ending, state }));
  assert.deepEqual(
    said.map((title) => title.split('. ')[0]),
    ['Your exam is handed in', 'Your proctor ended your exam', 'Your time is over'],
  );
});

test('a reader knows whether it moves, waits, or is not known yet', () => {
  assert.match(endedText({ ...ending, remainingMillis: 5_000 }), /is being saved\. This takes about 5 seconds\.$/);
  assert.match(endedText({ ...ending, progress: { ...progress, state: 'WAITING' } }), /as soon as the connection/);
  assert.match(endedText({ ...ending, progress: undefined }), /^We look whether/);
});

test('closing the page is harmless, unless the server refused a part', () => {
  assert.equal(endedNote(ending).title, 'Have to go?');
  assert.match(endedNote(ending).text, /within 72 hours/);
  assert.equal(endedNote({ ...ending, progress: { ...progress, state: 'REFUSED' } }).tone, 'bad');
  assert.match(endedNote({ ...ending, progress: { ...progress, mismatched: 1 } }).text, /TD · C-1/);
});

test('the rest is reckoned from how fast it went lately', () => {
  const sample = (moment: number, bytesLeft: number) => ({ moment, bytesLeft });
  assert.equal(remainingMillis([sample(0, 3_000), sample(1_000, 2_000)]), 2_000);
  assert.equal(remainingMillis([sample(0, 3_000), sample(1_000, 3_000)]), undefined);
  assert.equal(remainingMillis([]), undefined);
});
