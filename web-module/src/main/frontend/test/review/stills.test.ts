import '../browser';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Still } from '../../src/review/facts';
import { around } from '../../src/review/stills';

const still = (id: string, time: string): Still => ({ id, at: `2026-11-22T10:${time}Z`, by: 'staff:r', sha256: '' });
const stills = [still('a', '00:00'), still('b', '03:00'), still('c', '06:00')];
const at = (time: string): number => Date.parse(`2026-11-22T10:${time}Z`);

test('the nearest still stands beside a moment, with a way to its neighbours', () => {
  const ids = (time: string) => {
    const { here, earlier, later } = around(stills, at(time));
    return [earlier?.id, here?.id, later?.id];
  };

  assert.deepEqual(ids('01:20'), [undefined, 'a', 'b']);
  assert.deepEqual(ids('02:10'), ['a', 'b', 'c']);
  assert.deepEqual(ids('59:00'), ['b', 'c', undefined]);
});

test('nothing stands there without stills', () => {
  assert.deepEqual(around([], at('00:00')), {});
});
