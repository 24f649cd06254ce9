import '../browser';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { dropNotes, keepNotes, restoreNotes } from '../../src/media/notes';

const shelf = new Map<string, string>();

beforeEach(() => {
  shelf.clear();
  Object.assign(globalThis, {
    localStorage: {
      getItem: (name: string) => shelf.get(name) ?? null,
      setItem: (name: string, value: string) => shelf.set(name, value),
    },
  });
});

test('what a killed browser had not yet written is known again', async () => {
  shelf.set('kw-running-one', 'running').set('kw-browser-one', 'mark').set('kw-page-one', 'page');
  await keepNotes('one');
  shelf.clear();

  await restoreNotes('one');

  assert.deepEqual(
    [...shelf],
    [
      ['kw-running-one', 'running'],
      ['kw-browser-one', 'mark'],
    ],
  );
});

test('what is known stays as it is, and other exams are others', async () => {
  shelf.set('kw-running-one', 'old');
  await keepNotes('one');
  shelf.set('kw-running-one', 'new');

  await restoreNotes('one');
  await restoreNotes('two');

  assert.deepEqual([...shelf], [['kw-running-one', 'new']]);
});

test('what is over is not brought back', async () => {
  shelf.set('kw-running-one', 'running');
  await keepNotes('one');
  shelf.clear();

  await dropNotes('one');
  await restoreNotes('one');

  assert.equal(shelf.size, 0);
});
