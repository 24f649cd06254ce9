import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Challenges } from '../../src/candidate/challenge';
import { FakeTiming } from '../fake-timing';

const NOON = Date.parse('2027-03-01T12:00:00Z');

/** A page whose clock shows noon when the fake one shows 1,000. */
function page(may: { play?: boolean; see?: boolean; record?: boolean } = {}) {
  const timing = new FakeTiming();
  const now = (): number => NOON + timing.now() - 1_000;
  const happened: string[] = [];
  const told: object[] = [];
  const closing = new AbortController();
  const challenges = new Challenges({
    now,
    timing,
    signal: closing.signal,
    recorded: () => may.record !== false,
    tell: (t, body) => told.push({ t, ...body }),
    bar: (colour) => {
      happened.push(`${now() - NOON} ${colour}`);
      return may.see === false ? undefined : () => happened.push(`${now() - NOON} gone`);
    },
    play: (hertz) => {
      happened.push(`${now() - NOON} ${hertz} Hz`);
      return may.play === false ? Promise.reject(new Error('No sound here')) : Promise.resolve(true);
    },
  });
  const hear = (millis: number, colour = '#1fa39a'): void => {
    challenges.heed({ v: 1, t: 'challenge', at: new Date(NOON + millis).toISOString(), hertz: 866, colour });
  };
  return { timing, happened, told, closing, challenges, hear };
}

describe('a challenge', () => {
  test('is shown at its moment and told afterwards, once', async () => {
    const { timing, happened, told, hear } = page();
    hear(4_000);
    hear(4_000);
    await timing.pass(3_999);
    assert.deepEqual(happened, []);
    await timing.pass(10_000);
    assert.deepEqual(happened, ['4000 #1fa39a', '4000 866 Hz', '6300 gone']);
    const at = '2027-03-01T12:00:04.000Z';
    assert.deepEqual(told, [{ t: 'shown', at, shownAt: at, tone: true, colour: true }]);
  });

  test('says what could not be shown', async () => {
    const { timing, told, hear } = page({ play: false, see: false });
    hear(1_000);
    await timing.pass(5_000);
    const at = '2027-03-01T12:00:01.000Z';
    assert.deepEqual(told, [{ t: 'shown', at, shownAt: at, tone: false, colour: false }]);
  });

  test('is told with the moment at which it was shown', async () => {
    const { timing, told, hear } = page();
    hear(-1_000);
    await timing.pass(5_000);
    assert.equal((told[0] as { shownAt: string }).shownAt, '2027-03-01T12:00:00.000Z');
  });

  test('is left out when nothing is recorded, when it is long over, and when the page goes', async () => {
    const idle = page({ record: false });
    idle.hear(1_000);
    const late = page();
    late.hear(-10_000);
    late.hear(60_000);
    const gone = page();
    gone.hear(1_000);
    gone.closing.abort();
    for (const { timing, happened, told } of [idle, late, gone]) {
      await timing.pass(100_000);
      assert.deepEqual([...happened, ...told], []);
    }
  });

  test('is left out when it makes no sense', async () => {
    const { timing, happened, challenges, hear } = page();
    hear(1_000, 'url(//evil.example.org)');
    challenges.heed({ v: 1, t: 'challenge' });
    await timing.pass(5_000);
    assert.deepEqual(happened, []);
  });
});
