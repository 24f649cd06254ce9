import '../browser';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Api } from '../../src/kernel/api';
import type { Picture } from '../../src/proctor/picture';
import { RegularStills } from '../../src/proctor/regular-stills';
import { settled } from '../fake-timing';

/** A picture whose newest frame is of that moment, and a wall that keeps one still a minute. */
function aWall(everyMillis = 60_000) {
  const sent: [string, unknown][] = [];
  const wall = { at: 0, frameAt: 0, sent };
  const api = { post: (path: string, body: unknown) => Promise.resolve(sent.push([path, body])) } as unknown as Api;
  const canvas = {
    toBlob: (then: (blob: Blob) => void, type: string) => then(new Blob(['jpeg'], { type })),
  };
  const picture = { frameAt: () => wall.frameAt, still: () => canvas } as unknown as Picture;
  const stills = new RegularStills({ api, everyMillis, now: () => wall.at, random: () => 0.5 });
  const pass = async (seconds: number, live = true): Promise<void> => {
    for (let second = 0; second < seconds; second += 1) {
      wall.at += 1_000;
      if (live) wall.frameAt = wall.at;
      stills.look(new Map([['a', picture]]));
      await settled();
    }
  };
  return { wall, stills, pass };
}

test('stills go out at moments of chance, about as often as is wanted', async () => {
  const { wall, pass } = aWall();

  await pass(29);
  assert.equal(wall.sent.length, 0);
  await pass(300);

  assert.equal(wall.sent.length, 5);
  assert.deepEqual(wall.sent[0], ['/attempts/a/stills', new Uint8Array(Buffer.from('jpeg'))]);
});

test('a picture that stands still is none', async () => {
  const { wall, pass } = aWall();

  await pass(300, false);

  assert.equal(wall.sent.length, 0);
});

test('none goes out where none is wanted', async () => {
  const { wall, pass } = aWall(0);

  await pass(300);

  assert.equal(wall.sent.length, 0);
});
