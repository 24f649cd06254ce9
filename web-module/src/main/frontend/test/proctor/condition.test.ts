import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isPressing, judge, lineOf, nameOf, savedWords } from '../../src/proctor/condition';
import { ago, aTile, judged, NOW, quietSince, type Changes } from './tiles';

const line = (changes: Changes, known = {}): string => {
  const { conditions } = judged(changes, known);
  return lineOf(aTile(changes), conditions[0]!, NOW);
};

describe('the line of a tile', () => {
  test('says that all is well, and what that rests on', () => {
    assert.equal(line({}), 'Connected · recording');
    assert.equal(line({ savedAt: undefined, joinedAt: ago(5) }), 'Connected · nothing saved yet');
    assert.equal(isPressing(judged().conditions), false);
  });

  test('says what is most urgent, with its age', () => {
    const many: Changes = {
      handUpSince: ago(65),
      unread: 2,
      flag: { severity: 0.5, reason: 'PHONE', at: ago(9) },
    };
    assert.equal(line(many), 'Hand raised · 1:05');
    assert.equal(line({ ...many, presence: 'MISSING', presenceSince: ago(42) }), 'Missing · 0:42');
    assert.equal(line({ ...many, flag: { severity: 0.9, reason: 'PHONE', at: ago(9) } }), 'Serious · phone');
    assert.equal(line({ ...many, savedAt: ago(31) }), 'Silent · 0:31');
  });

  test('calls nobody silent who is away, or has just come back with much to send', () => {
    assert.equal(line({ savedAt: ago(90), presence: 'GONE', presenceSince: ago(80) }), 'Gone · 1:20');
    assert.equal(line({ savedAt: ago(90) }, { connectedSince: NOW - 4_000 }), 'Connected · recording');
    assert.equal(line({ savedAt: ago(90) }, { connectedSince: NOW - 11_000 }), 'Silent · 1:30');
    assert.equal(line({ savedAt: ago(90), state: 'PAUSED' }), 'Paused');
    assert.equal(line({ state: 'PAUSED', pausedSince: ago(130) }), 'Paused · 2:10');
    assert.equal(line({ state: 'AWAITING', joinedAt: ago(20) }), 'Waiting · 0:20');
  });

  test('calls somebody silent whose presence nobody knows, and says when it is the screen', () => {
    assert.equal(line({ savedAt: ago(31), presence: undefined }), 'Silent · 0:31');
    assert.equal(line({ quiet: quietSince(ago(45), 'screen') }), 'Screen silent · 0:45');
  });

  test('blames nobody while the server does not reach the store', () => {
    const tile = aTile({ savedAt: ago(90) });
    assert.equal(judge({ tile }, NOW).conditions[0]?.kind, 'silent');
    assert.equal(judge({ tile }, NOW, true).conditions[0]?.kind, 'connected');
  });

  test('rests once a flag was looked at', () => {
    const flag = { severity: 0.9, reason: 'SECOND_VOICE', at: ago(9) };
    assert.equal(isPressing(judged({ flag }).conditions), true);
    assert.equal(isPressing(judged({ flag }, { flagSeen: flag.at }).conditions), false);
  });

  test('says of whoever has ended how the recording stands, and wants nobody', () => {
    const ended = { state: 'COMPLETED', recording: 'RECOVERING', unread: 1 } as const;
    assert.equal(judged(ended).conditions.at(-1)?.words, 'Completed · recovering');
    assert.equal(isPressing(judged(ended).conditions), false);
  });

  test('does not guess while nobody knows', () => {
    const { conditions } = judged({ presence: undefined });
    assert.deepEqual(
      conditions.map(({ kind }) => kind),
      ['unknown'],
    );
  });
});

test('a tile is named by who, where and how', () => {
  const { known, conditions } = judged({ savedAt: ago(31) });
  assert.equal(
    nameOf(known.tile, conditions, NOW, false),
    'Bo Li, seat 19, connected, recording silent for 31 seconds',
  );
  assert.match(nameOf(known.tile, conditions, NOW, true), /^Bo Li, room 1, seat 19, /);
  const shared = judged({ quiet: quietSince(ago(31), 'screen') });
  assert.match(nameOf(shared.known.tile, shared.conditions, NOW, false), /, screen's recording silent for 31 seconds$/);
});

test('the age of what is saved is said, never more', () => {
  assert.equal(savedWords(aTile(), NOW), 'Recording · saved 3 s ago');
  assert.equal(savedWords(aTile({ savedAt: ago(95) }), NOW), 'Recording · saved 1:35 ago');
  assert.equal(savedWords(aTile({ state: 'TERMINATED' }), NOW), 'Last saved 3 s ago');
});
