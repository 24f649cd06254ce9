import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { covers, coverWords } from '../../src/review/copies';
import type { Gap, Source } from '../../src/review/facts';

const at = (second: number): string => new Date(Date.UTC(2026, 10, 24, 9, 0, second)).toISOString();

const gap = (coveredSeconds: number): Gap => ({
  from: at(10),
  to: at(40),
  seconds: 30,
  cause: 'NETWORK',
  causeBy: 'CLIENT',
  explained: true,
  coveredSeconds,
});

const copy = (source: string, from: number, to: number): Source => ({
  source,
  from: at(from),
  to: at(to),
  object: `copy-${source}-1.mp4`,
  startMillis: 5_000,
});

const own: Source = { source: 'recorder', from: at(0), to: at(10) };

describe('copies of gaps', () => {
  test('are those that show something of it, and say how far into the copy that is', () => {
    const [cover, ...others] = covers(gap(10), [own, copy('janus', 4, 20), copy('livekit', 40, 50)]);
    assert.equal(others.length, 0);
    assert.equal(cover?.source, 'janus');
    assert.equal(cover.start, 11);
    assert.equal(cover.to - cover.from, 10_000);
  });

  test('say whose they are and how much they show', () => {
    assert.equal(coverWords(gap(0), [own]), '');
    assert.equal(coverWords(gap(10), [copy('janus', 10, 20)]), 'A copy by janus shows 10 s of it.');
    const both = [copy('janus', 10, 20), copy('livekit', 20, 40)];
    assert.equal(coverWords(gap(30), both), 'A copy by janus and livekit shows all of it.');
  });
});
