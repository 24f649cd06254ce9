import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { challengeWords } from '../../src/review/challenges';
import type { Challenge, Outcome } from '../../src/review/facts';

const shown = (toneFound: Outcome, colourFound: Outcome): Challenge => ({
  id: '',
  at: '2026-11-22T09:33:00.000Z',
  shownAt: '2026-11-22T09:33:00.000Z',
  acknowledgedAt: '2026-11-22T09:33:02.000Z',
  tone: 'A',
  colour: 'TEAL',
  toneFound,
  colourFound,
});

describe('tones and colours in words', () => {
  test('count what was found among what was looked for', () => {
    assert.deepEqual(
      challengeWords([shown('FOUND', 'FOUND'), shown('NOT_FOUND', 'FOUND'), shown('NOT_LOOKED', 'FOUND')]),
      ['The page showed 3 tones and bars.', 'Tones heard 1 of 2, colours seen 3 of 3.'],
    );
    assert.deepEqual(challengeWords([shown('NOT_LOOKED', 'NOT_FOUND')]), [
      'The page showed 1 tone and bar.',
      'Colours seen 0 of 1.',
    ]);
  });

  test('say what is still to come, and what never will', () => {
    assert.match(challengeWords([shown('WAITING', 'NOT_LOOKED')]).join(' '), /is looked for when/);
    assert.match(challengeWords([shown('NOT_LOOKED', 'NOT_LOOKED')]).join(' '), /Nothing of it could be looked for/);
    assert.deepEqual(challengeWords([]), []);
  });
});
