import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Opened } from '../../src/candidate/entrance';
import { createMemory } from '../../src/candidate/memory';

function aStorage(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  } as unknown as Storage;
}

test('remembers one exam apart from another, until it is over', () => {
  const storage = aStorage();
  const memory = createMemory('one', () => storage);
  memory.keep({ opened: { title: 'Physics' } as Opened });
  memory.keep({ offsetMillis: 40 });

  assert.deepEqual(createMemory('one', () => storage).recall(), { opened: { title: 'Physics' }, offsetMillis: 40 });
  assert.equal(createMemory('two', () => storage).recall(), undefined);
  memory.forget();
  assert.equal(memory.recall(), undefined);
});

test('knows whether another page of this browser took over', () => {
  const storage = aStorage();
  const memory = createMemory('one', () => storage);
  memory.claim();
  assert.equal(memory.isNewest(), true);
  storage.setItem('kw-page-one', JSON.stringify('another page'));
  assert.equal(memory.isNewest(), false);
});

test('keeps one mark of this browser for an exam, until it is over', () => {
  const storage = aStorage();
  const memory = createMemory('one', () => storage);
  const mark = memory.browser();
  assert.match(mark ?? '', /^[0-9a-f]{32}$/);
  assert.equal(createMemory('one', () => storage).browser(), mark);
  assert.notEqual(createMemory('two', () => storage).browser(), mark);
  memory.forget();
  assert.notEqual(memory.browser(), mark);
});

test('works in a browser that keeps nothing', () => {
  const closed = (): Storage => {
    throw new DOMException('Not here', 'SecurityError');
  };
  const memory = createMemory('one', closed);
  memory.keep({ opened: {} as Opened });
  memory.claim();
  assert.deepEqual([memory.recall(), memory.devices(), memory.isNewest()], [undefined, {}, true]);
  assert.equal(memory.browser(), undefined);
});
