import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layoutOf, moved, pageOf } from '../../src/proctor/layout';

test('tiles are as large as the space allows', () => {
  const space = { width: 972, height: 752 };
  assert.deepEqual(
    [1, 2, 4, 9, 25].map((tiles) => layoutOf(tiles, space).columns),
    [1, 1, 2, 3, 5],
  );
});

test('a row is never higher than an uncut picture, and all rows fit', () => {
  for (const tiles of [1, 3, 7, 25, 49]) {
    const { columns, row = 0 } = layoutOf(tiles, { width: 972, height: 752 });
    const rows = Math.ceil(tiles / columns);
    assert.ok(rows * row + (rows - 1) * 8 <= 752, `${tiles} tiles fit`);
    assert.ok(row <= (972 / columns) * (9 / 16) + 46, `${tiles} tiles are not stretched`);
  }
});

test('where the page scrolls, tiles keep a width that one can judge by', () => {
  assert.deepEqual(layoutOf(25, { width: 374 }), { columns: 2 });
  assert.deepEqual(layoutOf(25, { width: 150 }), { columns: 1 });
});

test('a page that is not there any more gives the last', () => {
  assert.deepEqual(pageOf([1, 2, 3, 4, 5], 1, 2), { shown: [3, 4], page: 1, pages: 3 });
  assert.deepEqual(pageOf([1, 2, 3], 7, 2), { shown: [3], page: 1, pages: 2 });
  assert.deepEqual(pageOf([], 0, 2), { shown: [], page: 0, pages: 1 });
});

test('arrows lead to neighbours and stop at the edges', () => {
  assert.equal(moved(4, 'ArrowUp', 7, 3), 1);
  assert.equal(moved(1, 'ArrowUp', 7, 3), 1);
  assert.equal(moved(5, 'ArrowDown', 7, 3), 5);
  assert.equal(moved(3, 'ArrowDown', 7, 3), 6);
  assert.equal(moved(6, 'ArrowRight', 7, 3), 6);
  assert.equal(moved(3, 'Home', 7, 3), 0);
  assert.equal(moved(3, 'End', 7, 3), 6);
});
