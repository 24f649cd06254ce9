import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseForm, defaultPolicy, policyFor, policyOf, recorderOptions } from '../../src/media/policy';
import { askToPersist, isFull, measureSpace } from '../../src/media/space';

function aStorage(quota: number, usage: number, persisted = false): StorageManager {
  return {
    estimate: () => Promise.resolve({ quota, usage }),
    persisted: () => Promise.resolve(persisted),
    persist: () => Promise.reject(new TypeError('Not here')),
  } as unknown as StorageManager;
}

test('tells the hours that fit, for all tracks together', async () => {
  const policy = {
    ...defaultPolicy,
    videoBitsPerSecond: 100_000,
    audioBitsPerSecond: 20_000,
    screenBitsPerSecond: 280_000,
  };

  const space = await measureSpace(policy, ['camera', 'screen'], aStorage(1_900_000_000, 100_000_000));

  assert.deepEqual(space, { freeBytes: 1_800_000_000, hoursLeft: 10, persisted: false });
});

test('goes on when the browser can not promise to keep our data', async () => {
  assert.equal(await askToPersist(aStorage(1, 0)), false);
  assert.equal(await askToPersist(aStorage(1, 0, true)), true);
});

test('the server sets bitrates, pictures and lengths, and the commit follows the segment', () => {
  const policy = policyOf({
    cameraKilobits: 500,
    screenKilobits: 300,
    cameraHeight: 720,
    cameraFrames: 10,
    screenHeight: 900,
    screenFrames: 2,
    segmentMillis: 10_000,
    sliceMillis: 200,
    lateHours: 24,
  });

  assert.deepEqual(policy, {
    ...defaultPolicy,
    videoBitsPerSecond: 468_000,
    width: 1_280,
    height: 720,
    frameRate: 10,
    screenHeight: 900,
    screenFrameRate: 2,
    lateMillis: 24 * 3_600_000,
    screenBitsPerSecond: 300_000,
    segmentMillis: 10_000,
    sliceMillis: 200,
    commitMillis: 5_000,
  });
  const { videoBitsPerSecond, height, frameRate } = policyFor('screen', policy);
  assert.deepEqual([videoBitsPerSecond, height, frameRate], [300_000, 900, 2]);
  assert.equal(policyFor('camera', policy), policy);
});

test('only a full device counts as full', () => {
  assert.equal(isFull(new DOMException('Full', 'QuotaExceededError')), true);
  assert.equal(isFull(new DOMException('Closed', 'InvalidStateError')), false);
});

test('fragmented MP4 is chosen where it can be, else what the browser has', () => {
  assert.match(chooseForm(() => true) ?? '', /^video\/mp4;codecs=avc1,opus$/);
  assert.match(chooseForm((form) => form.startsWith('video/webm')) ?? '', /^video\/webm;codecs=vp8,opus$/);
  assert.equal(
    chooseForm(() => false),
    undefined,
  );
});

test('WebM needs key frames only where segments may begin', () => {
  assert.equal(recorderOptions('video/mp4;codecs=avc1,opus', defaultPolicy).videoKeyFrameIntervalDuration, 250);
  assert.equal(recorderOptions('video/webm', defaultPolicy).videoKeyFrameIntervalDuration, 2_000);
});
