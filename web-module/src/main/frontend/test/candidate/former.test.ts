import '../browser';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Entrance } from '../../src/candidate/entrance';
import { Former } from '../../src/candidate/former';
import type { Api } from '../../src/kernel/api';
import { createClock } from '../../src/kernel/clock';
import { ApiProblem } from '../../src/kernel/problems';
import { Takes } from '../../src/media/takes';
import { FakeTiming } from '../fake-timing';

/** Whatever is asked for is too late. */
function aFormer() {
  const asked: number[] = [];
  const resume = (attempt: number): Promise<never> => {
    asked.push(attempt);
    return Promise.reject(new ApiProblem(403, 'LATE_WINDOW_OVER', 'Too late'));
  };
  const entrance = { resume } as unknown as Entrance;
  const clock = createClock(new FakeTiming());
  return { former: new Former({ entrance, api: {} as Api, invitation: 'i', clock }), asked };
}

async function leave(attemptId: string): Promise<void> {
  const takes = new Takes();
  await takes.begin({
    takeId: `take-of-${attemptId}`,
    attemptId,
    track: 'camera',
    mimeType: 'video/webm;codecs=vp8,opus',
    sliceMillis: 100,
    segmentMillis: 4_000,
    beganMillis: 0,
  } as unknown as Parameters<Takes['begin']>[0]);
  await takes.close();
}

test('looks for earlier attempts only while this browser holds something of another than its own', async () => {
  const { former, asked } = aFormer();
  await former.bringUp(3, 'a3');
  await leave('a3');
  await former.bringUp(3, 'a3');
  assert.deepEqual(asked, []);

  await leave('a1');
  const looking = former.bringUp(3, 'a3');
  assert.equal(former.progress(), undefined);
  await looking;
  assert.deepEqual([asked, former.progress()], [[1, 2], []]);
});

test('asks for each once, and for none before the first', async () => {
  const { former, asked } = aFormer();
  await leave('a0');
  await former.bringUp(1, 'a1');
  await former.bringUp(2, 'a2');
  await former.bringUp(3, 'a3');
  assert.deepEqual(asked, [1, 2]);
});
