import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actionOf, type Pressed } from '../../src/proctor/keys';

const press = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  key,
  shift: false,
  modified: false,
  inField: false,
  inDialog: false,
  ...more,
});

test('letters act, with and without shift', () => {
  assert.equal(actionOf(press('l'), true), 'listen');
  assert.equal(actionOf(press('L', { shift: true }), true), 'only');
  assert.equal(actionOf(press('?', { shift: true }), true), 'keys');
  assert.equal(actionOf(press('x'), true), undefined);
});

test('letters do nothing where somebody writes, in dialogs, with the browser’s own keys, or switched off', () => {
  assert.equal(actionOf(press('l', { inField: true }), true), undefined);
  assert.equal(actionOf(press('l', { inDialog: true }), true), undefined);
  assert.equal(actionOf(press('f', { modified: true }), true), undefined);
  assert.equal(actionOf(press('l'), false), undefined);
});

test('Escape always leads out', () => {
  assert.equal(actionOf(press('Escape', { inField: true }), false), 'leave');
});
