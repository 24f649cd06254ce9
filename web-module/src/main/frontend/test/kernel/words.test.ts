import assert from 'node:assert/strict';
import { test } from 'node:test';
import { age, counted, percent, size, span } from '../../src/kernel/words';

test('ages count in minutes and seconds, over an hour in hours too', () => {
  assert.deepEqual([0, 42_999, 725_000, 3_599_999, 3_723_000].map(age), ['0:00', '0:42', '12:05', '59:59', '1:02:03']);
});

test('a length of time is told by its largest unit', () => {
  assert.deepEqual([1_000, 3_400, 240_000, 7_200_000].map(span), ['1 second', '3 seconds', '4 minutes', '2 hours']);
});

test('100 per cent is never said of what is not whole', () => {
  assert.deepEqual(
    [
      [0, 7],
      [1, 3],
      [1401, 1402],
      [99_999, 100_000],
      [7, 7],
      [0, 0],
    ].map(([part, whole]) => percent(part!, whole!)),
    ['0 %', '33 %', '99.92 %', '99.99 %', '100 %', '–'],
  );
});

test('sizes are short', () => {
  assert.deepEqual([999, 38_200_000, 4_130_000_000].map(size), ['999 bytes', '38 MB', '4.1 GB']);
});

test('counts agree with their noun', () => {
  assert.deepEqual([counted(1, 'part'), counted(1318, 'part')], ['1 part', '1,318 parts']);
});
