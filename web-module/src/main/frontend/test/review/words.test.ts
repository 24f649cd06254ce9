import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Gap, TrackReport } from '../../src/review/facts';
import {
  completenessWords,
  gapTone,
  gapWords,
  lengthWords,
  stateWords,
  vouchedWords,
  witnessWords,
} from '../../src/review/gap-words';
import { codeWords, severity } from '../../src/review/marks';
import { offset } from '../../src/review/moments';

const gap = (parts: Partial<Gap>): Gap => ({
  from: '2026-11-22T09:33:00.000Z',
  to: '2026-11-22T09:35:11.000Z',
  seconds: 131,
  cause: 'DEVICE_ENDED',
  causeBy: 'SERVER',
  explained: false,
  coveredSeconds: 0,
  ...parts,
});

const report = (parts: Partial<TrackReport>): TrackReport => ({
  track: 'camera',
  state: 'INCOMPLETE',
  verified: true,
  recordedSeconds: 7321,
  expectedSeconds: 7452,
  liveSeconds: 7300,
  from: '2026-11-22T09:00:00.000Z',
  to: '2026-11-22T11:04:12.000Z',
  playlistVersion: 1,
  takes: [
    {
      takeId: 't',
      number: 1,
      mimeType: 'video/mp4',
      state: 'CLOSED',
      startedAt: '2026-11-22T09:00:00.000Z',
      recordedSeconds: 7321,
      held: [[0, 1830]],
      witnessed: 1831,
      missing: [],
    },
  ],
  gaps: [gap({})],
  sources: [],
  ...parts,
});

describe('gaps in words', () => {
  test('say how long and why, in the words of their track', () => {
    assert.equal(gapWords(gap({}), 'camera'), '2:11, camera unplugged: not explained');
    assert.equal(gapWords(gap({}), 'screen'), '2:11, screen sharing ended: not explained');
  });

  test('count tenths only while they matter', () => {
    assert.deepEqual([1.04, 9.94, 9.96, 59.4, 59.6, 3_725].map(lengthWords), [
      '1.0 s',
      '9.9 s',
      '10 s',
      '59 s',
      '1:00',
      '1:02:05',
    ]);
  });

  test('name the witness', () => {
    assert.equal(witnessWords(gap({ explained: true })), 'The server saw it, too.');
    assert.equal(witnessWords(gap({ causeBy: 'CLIENT' })), 'Only the candidate’s browser says so.');
    assert.equal(witnessWords(gap({ cause: 'UNKNOWN' })), 'Nobody saw why.');
  });

  test('are red unless explained, and always red when bytes were changed', () => {
    assert.equal(gapTone(gap({ explained: true })), 'warn');
    assert.equal(gapTone(gap({})), 'bad');
    assert.equal(gapTone(gap({ explained: true, cause: 'TAMPERED' })), 'bad');
  });
});

describe('completeness in words', () => {
  test('says what is missing', () => {
    assert.equal(stateWords(report({})), 'Incomplete · 2:11 missing');
    assert.equal(stateWords(report({ state: 'COMPLETE' })), 'Complete');
  });

  test('counts only gaps while the exam runs, not the seconds on their way', () => {
    assert.equal(stateWords(report({ state: 'OPEN', gaps: [] })), 'Recording');
    assert.equal(stateWords(report({ state: 'OPEN' })), 'Recording · 2:11 missing');
  });

  test('never rounds up to all of it', () => {
    assert.equal(completenessWords(report({}))[0], '2:02:01 of 2:04:12 recorded (98 %).');
    assert.equal(completenessWords(report({ recordedSeconds: 7451.9 }))[0], '2:04:11 of 2:04:12 recorded (99.99 %).');
  });

  test('says plainly when there is nothing', () => {
    assert.deepEqual(completenessWords(report({ takes: [] })), ['Nothing was recorded.']);
  });
});

test('a take says how much of it the live page vouched for', () => {
  assert.equal(vouchedWords(0, 0), '');
  assert.equal(vouchedWords(820, 820), 'The live page vouched for all of it.');
  assert.equal(vouchedWords(12, 820), 'The live page vouched for 12 of 820 segments.');
});

test('moments always show the hour', () => {
  assert.deepEqual(
    [-5, 0, 65_000, 3_600_000].map((at) => offset(at, 0)),
    ['0:00:00', '0:00:00', '0:01:05', '1:00:00'],
  );
});

test('severities have three words', () => {
  assert.deepEqual(
    [0.34, 0.35, 0.69, 0.7].map((value) => severity(value).word),
    ['notice', 'concern', 'concern', 'serious'],
  );
});

test('codes read as words', () => {
  assert.equal(codeWords('SECOND_VOICE'), 'Second voice');
});
