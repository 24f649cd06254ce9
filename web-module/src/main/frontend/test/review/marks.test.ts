import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Timeline } from '../../src/review/facts';
import { marksOf, sentence } from '../../src/review/marks';

const at = (seconds: number): string => new Date(Date.UTC(2026, 10, 22, 9, 0, seconds)).toISOString();

function timeline(state: string, endedAt?: string): Timeline {
  const sightings = [
    { at: at(0), kind: 'JOINED' },
    { at: at(20), kind: 'DISCONNECTED' },
    { at: at(23), kind: 'CONNECTED' },
    { at: at(40), kind: 'DISCONNECTED' },
  ];
  const none = { flags: [], tracks: [], notes: [], messages: [], pauses: [] };
  return { ...none, state, sightings, ...(endedAt === undefined ? {} : { endedAt }) } as unknown as Timeline;
}

const titles = (of: Timeline): string[] => marksOf(of).map(({ title }) => title);

test('who has finished has lost no connection', () => {
  assert.deepEqual(titles(timeline('COMPLETED', at(41))), ['Joined', 'Connection lost', 'Connected', 'Finished']);
  assert.equal(titles(timeline('EXPIRED', at(41))).at(-1), 'Time ran out');
  assert.equal(titles(timeline('TERMINATED', at(41))).at(-1), 'Ended by a proctor');
});

test('who is away when the time runs out has', () => {
  assert.deepEqual(titles(timeline('EXPIRED', at(60))).slice(-2), ['Connection lost', 'Time ran out']);
  assert.equal(titles(timeline('RUNNING')).at(-1), 'Connection lost');
});

test('what a rule says ends as a sentence, and what a person wrote stays', () => {
  assert.equal(sentence('take 2: 600 s'), 'take 2: 600 s.');
  assert.equal(sentence('Look here!'), 'Look here!');
});
