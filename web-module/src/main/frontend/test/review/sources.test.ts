import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TakeIndex } from '../../src/review/facts';
import { sourceOf, sourcesOf } from '../../src/review/sources';

const take: TakeIndex = {
  takeId: 'take',
  number: 1,
  mimeType: 'video/webm',
  startedAt: '2026-11-22T09:00:00.000Z',
  segments: [
    [0, 0, 4000, 900],
    [1, 4000, 4000, 100],
    [3, 12_000, 4000, 50],
  ],
};

describe('where a segment is fetched from', () => {
  test('is a place of its own until the take is archived', () => {
    const sources = sourcesOf(take);
    assert.deepEqual(sourceOf({ takeId: 'take', sources }, 3), { path: 'segments/take/3', headers: {} });
  });

  test('is then a range of the file that all of the take is, whatever is missing', () => {
    const sources = sourcesOf({ ...take, file: 'takes/take.webm' });
    const ranges = [0, 1, 3].map((sequence) => sourceOf({ takeId: 'take', sources }, sequence));
    assert.deepEqual(
      ranges.map(({ headers }) => headers['Range']),
      ['bytes=0-899', 'bytes=900-999', 'bytes=1000-1049'],
    );
    assert.ok(ranges.every(({ path }) => path === 'takes/take.webm'));
  });
});
