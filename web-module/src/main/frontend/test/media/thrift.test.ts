import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultPolicy, policyFor, type Track } from '../../src/media/policy';
import { createThrift, saving, type Strain } from '../../src/media/thrift';
import { chance } from '../chance';

const both: Track[] = ['camera', 'screen'];
const MINUTE = 60_000;
const well: Strain = { now: 0, hoursLeft: 90, waitingMillis: 4_000, flows: true };

test('saves at the screen before it touches the camera, and never down to nothing', () => {
  const steps = [0, 1, 2, 3, 4, 5].map((count) => saving(defaultPolicy, count, both));
  const screens = steps.map((policy) => [policy.screenBitsPerSecond, policy.screenFrameRate]);
  const cameras = steps.map(({ videoBitsPerSecond, height, frameRate }) => [videoBitsPerSecond, height, frameRate]);

  assert.deepEqual(screens, [
    [400_000, 5],
    [200_000, 3],
    [60_000, 1],
    [60_000, 1],
    [60_000, 1],
    [60_000, 1],
  ]);
  const full = [220_000, 360, 15];
  assert.deepEqual(cameras, [full, full, full, [110_000, 360, 8], [60_000, 180, 5], [60_000, 180, 5]]);
});

test('saves at the camera where no screen is recorded, with key frames a second apart at most', () => {
  const least = policyFor('camera', saving(defaultPolicy, 2, ['camera']));

  assert.equal(least.videoBitsPerSecond, 60_000);
  assert.equal(least.keyFrameMillis, 1_000);
});

/** Goes through minutes of waiting recording, looked at every quarter of one; answers the steps at the end of each. */
function line(minutes: number[], tracks: Track[] = both): number[] {
  const thrift = createThrift(tracks);
  return minutes.map((waiting, minute) => {
    const quarters = [0, 1, 2, 3].map((quarter) => {
      const before = minutes[minute - 1] ?? waiting;
      const waitingMillis = (before + ((waiting - before) * (quarter + 1)) / 4) * 1_000;
      return thrift.heed({ ...well, now: minute * MINUTE + quarter * 15_000, waitingMillis });
    });
    return quarters.at(-1) ?? 0;
  });
}

test('goes down a step a minute while what waits grows, and stays where it shrinks', () => {
  assert.deepEqual(line([0, 40, 80, 120, 160, 150, 140]), [0, 0, 0, 1, 2, 2, 2]);
});

test('goes up slowly, once nothing waits any more', () => {
  const grown = [0, 80, 120, 160];
  const steps = line([...grown, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  const highest = Math.max(...steps);

  assert.ok(highest >= 1);
  assert.equal(steps.at(-1), 0);
  assert.equal(steps[grown.length + 1], highest, 'not at once');
});

test('takes a line that is away for no reason to record less', () => {
  const thrift = createThrift(both);
  for (let minute = 0; minute < 60; minute += 1) {
    assert.equal(thrift.heed({ ...well, now: minute * MINUTE, waitingMillis: minute * MINUTE, flows: false }), 0);
  }
});

test('saves at the screen with an hour of room left, at the camera with half, and takes it back late', () => {
  const thrift = createThrift(both);
  const hours = [3, 0.9, 0.6, 0.45, 0.8, 0.95, 1.1, 1.9, 2.1];
  assert.deepEqual(
    hours.map((hoursLeft) => thrift.heed({ ...well, hoursLeft })),
    [0, 2, 2, 4, 4, 4, 0, 0, 0],
  );
});

test('changes seldom on a line that comes and goes', () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const random = chance(seed);
    const steps = line(Array.from({ length: 180 }, () => random() * 120));
    const changes = steps.filter((now, minute) => minute > 0 && now !== steps[minute - 1]).length;
    assert.ok(changes <= 60, `seed ${seed}: ${changes} changes in three hours`);
  }
});
