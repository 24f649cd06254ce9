import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { commandOf, type Pressed } from '../../src/review/keys';

const press = (key: string, parts: Partial<Pressed> = {}): Pressed => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...parts,
});

describe('keys of the player', () => {
  test('play, step, jump and change the speed', () => {
    assert.deepEqual(commandOf(press(' '), 'page'), { do: 'toggle' });
    assert.deepEqual(commandOf(press('ArrowLeft'), 'page'), { do: 'step', seconds: -5 });
    assert.deepEqual(commandOf(press('ArrowRight', { shiftKey: true }), 'timeline'), { do: 'step', seconds: 30 });
    assert.deepEqual(commandOf(press('>', { shiftKey: true }), 'page'), { do: 'speed', by: 1 });
    assert.deepEqual(commandOf(press('n'), 'page'), { do: 'flag', by: 1 });
    assert.deepEqual(commandOf(press('N', { shiftKey: true }), 'page'), { do: 'flag', by: -1 });
  });

  test('never fire in a field', () => {
    for (const key of [' ', 'n', 'ArrowLeft', '<']) assert.equal(commandOf(press(key), 'field'), undefined);
  });

  test('leave to a control what it needs itself', () => {
    assert.equal(commandOf(press(' '), 'button'), undefined);
    assert.equal(commandOf(press('ArrowLeft'), 'choice'), undefined);
    assert.deepEqual(commandOf(press('ArrowLeft'), 'button'), { do: 'step', seconds: -5 });
  });

  test('leave the browser its own', () => {
    assert.equal(commandOf(press('n', { ctrlKey: true }), 'page'), undefined);
    assert.equal(commandOf(press('Home'), 'page'), undefined);
    assert.deepEqual(commandOf(press('Home'), 'timeline'), { do: 'edge', to: 'first' });
  });
});
