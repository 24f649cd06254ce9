import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TakeIndex } from '../../src/review/facts';
import { nextFrom, piecesOf, spanOf, stretchAt, stretchesOf } from '../../src/review/line';
import { toExam, toMedia } from '../../src/review/mapping';

const zero = Date.parse('2026-11-22T09:00:00.000Z');

function take(number: number, startSeconds: number, segments: [number, number, number, number][]): TakeIndex {
  const startedAt = new Date(zero + startSeconds * 1000).toISOString();
  return { takeId: `take-${number}`, number, mimeType: 'video/mp4', startedAt, segments };
}

const header: [number, number, number, number] = [0, 0, 0, 900];
const spans = (takes: TakeIndex[]): number[][] =>
  stretchesOf(takes).map(({ number, from, to }) => [number, (from - zero) / 1000, (to - zero) / 1000]);

describe('the line of an exam', () => {
  test('joins segments that follow each other', () => {
    assert.deepEqual(spans([take(1, 10, [header, [1, 0, 4000, 9], [2, 4000, 4000, 9]])]), [[1, 10, 18]]);
  });

  test('breaks at a segment that is missing and goes on behind it', () => {
    const holed = take(1, 0, [header, [1, 0, 4000, 9], [3, 8000, 4000, 9]]);
    assert.deepEqual(spans([holed]), [
      [1, 0, 4],
      [1, 8, 12],
    ]);
  });

  test('breaks where the device slept', () => {
    const slept = take(1, 0, [header, [1, 0, 4000, 9], [2, 64_000, 4000, 9]]);
    assert.deepEqual(spans([slept]), [
      [1, 0, 4],
      [1, 64, 68],
    ]);
  });

  test('has nothing of a take whose first segment is missing', () => {
    assert.deepEqual(spans([take(1, 0, [[1, 0, 4000, 9]])]), []);
  });

  test('puts takes in the order of time, not of their announcement', () => {
    const late = take(1, 30, [header, [1, 0, 4000, 9]]);
    const early = take(2, 0, [header, [1, 0, 4000, 9]]);
    assert.deepEqual(spans([late, early]), [
      [2, 0, 4],
      [1, 30, 34],
    ]);
  });

  test('prefers the newer of two takes that overlap', () => {
    const line = stretchesOf([take(1, 0, [header, [1, 0, 9000, 9]]), take(2, 5, [header, [1, 0, 9000, 9]])]);
    assert.equal(stretchAt(line, zero + 4_999)?.number, 1);
    assert.equal(stretchAt(line, zero + 5_000)?.number, 2);
    assert.equal(stretchAt(line, zero + 14_000), undefined);
  });

  test('knows where it goes on after a gap', () => {
    const line = stretchesOf([take(1, 0, [header, [1, 0, 4000, 9]]), take(2, 30, [header, [1, 0, 4000, 9]])]);
    assert.equal(nextFrom(line, zero + 4_000), zero + 30_000);
    assert.equal(nextFrom(line, zero + 30_000), undefined);
    assert.equal(piecesOf(line, 'take-2').length, 1);
  });

  test('spans all that is known', () => {
    assert.equal(spanOf([]), undefined);
    assert.deepEqual(
      spanOf([
        { from: 5, to: 7 },
        { from: 1, to: 6 },
      ]),
      { from: 1, to: 7 },
    );
  });
});

describe('media time and exam time', () => {
  const parts = [
    { media: 0, exam: 1_000 },
    { media: 4, exam: 5_000 },
    { media: 8, exam: 30_000 },
  ];

  test('agree inside every part', () => {
    assert.equal(toExam(parts, 2.5), 3_500);
    assert.equal(toExam(parts, 9), 31_000);
    assert.equal(toMedia(parts, 31_000), 9);
    assert.equal(toMedia(parts, 3_500), 2.5);
  });

  test('a moment inside a hole is where the next part begins', () => {
    assert.equal(toMedia(parts, 20_000), 8);
  });

  test('a moment before the first part is the beginning', () => {
    assert.equal(toMedia(parts, 0), 0);
    assert.equal(toMedia([], 0), undefined);
    assert.equal(toExam([], 0), undefined);
  });

  test('time goes on evenly behind the last part', () => {
    assert.equal(toExam(parts, 20), 42_000);
  });
});
