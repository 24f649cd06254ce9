import assert from 'node:assert/strict';
import { test } from 'node:test';
import { silenceWords, storeWords } from '../../src/proctor/silence';
import { ago, aTile, NOW, quietSince } from './tiles';

test('a silent recording says what that means, and what to ask', () => {
  const camera = silenceWords(aTile({ quiet: quietSince(ago(45)) }), NOW - 45_000, NOW);
  assert.equal(camera.title, 'Nothing of the recording has come for 0:45');
  assert.match(camera.text, /reload/);

  const screen = silenceWords(aTile({ quiet: quietSince(ago(45), 'screen') }), NOW - 45_000, NOW);
  assert.match(screen.title, /screen’s recording/);
  assert.match(screen.text, /share it again/);
});

test('a store that is away is nobody’s task at a desk', () => {
  assert.match(storeWords(NOW), /^The server has not reached the store since .*candidates need do nothing\.$/);
});
