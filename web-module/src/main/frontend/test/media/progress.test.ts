import assert from 'node:assert/strict';
import { test } from 'node:test';
import { together, type Progress } from '../../src/media/progress';

const whole: Progress = {
  segmentsKept: 4,
  segmentsHeld: 4,
  bytesLeft: 0,
  tracks: { camera: { segmentsKept: 4, segmentsHeld: 4 } },
  mismatched: 0,
  refusals: [],
  state: 'COMPLETE',
};
const half: Progress = {
  ...whole,
  segmentsHeld: 1,
  bytesLeft: 300,
  tracks: { camera: { segmentsKept: 3, segmentsHeld: 1 }, screen: { segmentsKept: 1, segmentsHeld: 0 } },
  lastHeldAt: 7,
  refusals: ['QUOTA_EXCEEDED'],
  state: 'WAITING',
};

test('nothing is complete while an earlier attempt is not', () => {
  assert.equal(together([whole, half])?.state, 'WAITING');
  assert.equal(together([half, whole])?.state, 'WAITING');
  assert.equal(together([whole, whole])?.state, 'COMPLETE');
});

test('figures of several attempts are one', () => {
  assert.deepEqual(together([whole, half]), {
    segmentsKept: 8,
    segmentsHeld: 5,
    bytesLeft: 300,
    tracks: { camera: { segmentsKept: 7, segmentsHeld: 5 }, screen: { segmentsKept: 1, segmentsHeld: 0 } },
    lastHeldAt: 7,
    mismatched: 0,
    refusals: ['QUOTA_EXCEEDED'],
    state: 'WAITING',
  });
  assert.equal(together([]), undefined);
});
