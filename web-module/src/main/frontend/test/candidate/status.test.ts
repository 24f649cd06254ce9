import assert from 'node:assert/strict';
import { test } from 'node:test';
import { connectionSaying, recordingSaying, troubleOf, type Hardware, type Standing } from '../../src/candidate/status';
import type { Progress } from '../../src/media/progress';

const NOW = 1_000_000;
const progress: Progress = {
  segmentsKept: 10,
  segmentsHeld: 10,
  bytesLeft: 0,
  tracks: {},
  lastHeldAt: NOW - 3_000,
  mismatched: 0,
  refusals: [],
  state: 'IDLE',
};
const standing: Standing = {
  line: 'OPEN',
  recording: true,
  progress,
  now: NOW,
  recordingForMillis: 60_000,
  segmentMillis: 4_000,
};
const well: Hardware = {
  camera: { recorded: true, sound: true, cause: undefined },
  screen: undefined,
  hoursLeft: 90,
};

test('says that the recording is safe only while parts are being saved', () => {
  assert.equal(recordingSaying(standing).word, 'Recording is safe');
  assert.equal(recordingSaying(standing).more, 'Last part saved 3 seconds ago');
  const quiet = { ...standing, progress: { ...progress, lastHeldAt: NOW - 21_000 } };
  assert.equal(recordingSaying(quiet).word, 'Recording waits on this device');
});

test('gives the first part its time, and then says that it waits', () => {
  assert.equal(recordingSaying({ ...standing, progress: undefined, recordingForMillis: 5_000 }).word, 'Recording');
  const late = { ...standing, progress: undefined, recordingForMillis: 25_000 };
  assert.equal(recordingSaying(late).word, 'Recording waits on this device');
});

test('counts what waits while the server is away', () => {
  const waiting = { ...progress, segmentsHeld: 9, state: 'WAITING' as const };
  const saying = recordingSaying({ ...standing, progress: waiting });
  assert.equal(saying.more, '1 part is sent as soon as the connection is back.');
  assert.equal(saying.tone, 'warn');
});

test('tells how far a backlog is', () => {
  const behind = { ...progress, segmentsKept: 1_402, segmentsHeld: 1_318, state: 'UPLOADING' as const };
  assert.equal(recordingSaying({ ...standing, progress: behind }).word, '1,318 of 1,402 parts uploaded');
});

test('never calls safe what the server does not want', () => {
  for (const bad of [
    { ...progress, mismatched: 1 },
    { ...progress, state: 'REFUSED' as const },
  ]) {
    assert.equal(recordingSaying({ ...standing, progress: bad }).tone, 'bad');
  }
});

test('says first of all when nothing is recorded', () => {
  const silent = { ...standing, recording: false };
  assert.equal(recordingSaying(silent).word, 'Not recording');
  assert.equal(recordingSaying({ ...silent, recordingForMillis: 1_000 }).word, 'Recording starts');
});

test('tells a lost line from one that only lets no messages through', () => {
  const lost = { ...standing, line: 'LOST' as const };
  assert.equal(connectionSaying(lost).word, 'Not live.');
  const silent = { ...lost, progress: { ...progress, lastHeldAt: NOW - 60_000 } };
  assert.equal(connectionSaying(silent).word, 'Connection lost.');
  assert.equal(connectionSaying({ ...silent, line: 'CONNECTING' }).word, 'Connecting');
});

test('names the most urgent trouble, and none when all is well', () => {
  assert.equal(troubleOf(well), undefined);
  const worst = {
    camera: { recorded: false, sound: false, cause: undefined },
    screen: { shared: false },
    hoursLeft: 0.1,
  };
  assert.equal(troubleOf(worst)?.title, 'Your camera is gone');
  assert.equal(troubleOf({ ...worst, camera: well.camera })?.kind, 'SPACE');
  assert.equal(troubleOf({ ...well, screen: { shared: false } })?.kind, 'SCREEN');
  assert.equal(troubleOf({ ...well, camera: { ...well.camera, sound: false } })?.kind, 'MICROPHONE');
});

test('tells why the camera is not recorded', () => {
  const titles = (['DEVICE_DENIED', 'DEVICE_ENDED', 'DEVICE_MUTED', 'STORAGE_FULL', 'RECORDER_ERROR'] as const).map(
    (cause) => troubleOf({ ...well, camera: { recorded: false, sound: false, cause } })?.title,
  );
  assert.deepEqual(titles, [
    'The camera is not allowed any more',
    'Your camera is gone',
    'Your camera gives no picture',
    'This device is full',
    'Recording has stopped',
  ]);
});
