import '../browser';
import '../fake-media';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { takeLock } from '../../src/media/locks';
import { defaultPolicy } from '../../src/media/policy';
import { recoverTakes } from '../../src/media/recovery';
import type { Segment } from '../../src/media/take';
import { TakeWriter } from '../../src/media/take-writer';
import { Takes } from '../../src/media/takes';
import { chance, sliced } from '../chance';
import { FakeLocks } from '../fake-locks';
import { FakeRecorder } from '../fake-media';
import { FakeTiming, settled } from '../fake-timing';
import { segmentsOf } from './fragments';
import { aClock, aStore, ATTEMPT } from './stories';

const recordings = [
  { file: 'chromium-mp4-500.mp4', form: 'video/mp4;codecs=avc1,opus', unit: 3_500 },
  { file: 'firefox-webm-plain.webm', form: 'video/webm;codecs=vp8,opus', unit: 2_500 },
].map((recording) => ({ ...recording, bytes: new Uint8Array(readFileSync(`test/fixtures/${recording.file}`)) }));

/** A store whose page dies at a certain write: before it is done, or after it is done and before anybody hears of it. */
class DyingTakes extends Takes {
  constructor(
    name: string,
    private left: number,
    private readonly done: boolean,
  ) {
    super(name);
  }

  override begin(...args: Parameters<Takes['begin']>): Promise<void> {
    return this.#write(() => super.begin(...args));
  }

  override addSlice(...args: Parameters<Takes['addSlice']>): Promise<void> {
    return this.#write(() => super.addSlice(...args));
  }

  override cut(...args: Parameters<Takes['cut']>): Promise<void> {
    return this.#write(() => super.cut(...args));
  }

  get dead(): boolean {
    return this.left < 0;
  }

  #write(work: () => Promise<void>): Promise<void> {
    this.left -= 1;
    const never = new Promise<void>(() => undefined);
    if (this.left >= 0) return work();
    return this.left === -1 && this.done ? work().then(() => never) : never;
  }
}

function aWriter(takes: Takes, locks: FakeLocks, form: string): TakeWriter {
  const timing = new FakeTiming();
  const policy = { ...defaultPolicy, segmentMillis: 1000 };
  const stream = new MediaStream();
  const callbacks = { onTrouble: () => undefined, onStopped: () => undefined };
  return new TakeWriter({
    attemptId: ATTEMPT,
    track: 'camera',
    form,
    policy,
    takes,
    clock: aClock(timing),
    timing,
    locks,
    stream,
    ...callbacks,
  });
}

async function recorded(takes: Takes, takeId: string, segments: Segment[]): Promise<Buffer> {
  const data = await Promise.all(segments.map(({ sequence }) => takes.data(takeId, sequence)));
  return Buffer.concat(data.map((one) => new Uint8Array(one ?? new ArrayBuffer(0))));
}

for (const { file, form, bytes, unit } of recordings) {
  describe(file, () => {
    test('is recovered up to its last stored unit, wherever its page died', async () => {
      let survived = false;
      for (let writes = 1; !survived; writes += 1) {
        for (const done of [false, true]) survived = await dieAndRecover(writes, done);
      }
    });

    async function dieAndRecover(writes: number, done: boolean): Promise<boolean> {
      const { name, takes: next } = aStore();
      const dying = new DyingTakes(name, writes, done);
      const writer = aWriter(dying, new FakeLocks(), form);
      for (const part of sliced(bytes, chance(5), 4_000)) FakeRecorder.latest().give(part);
      await settled();
      const before = await next.segments(writer.takeId);
      const stored = (await next.slices(writer.takeId)).reduce(
        (sum, { from, data }) => Math.max(sum, from + data.byteLength),
        0,
      );

      await recoverTakes({
        takes: next,
        clock: aClock(new FakeTiming()),
        locks: new FakeLocks(),
        wasLeft: () => false,
      });

      const after = await next.segments(writer.takeId);
      const kept = await recorded(next, writer.takeId, after);
      assert.deepEqual(after.slice(0, before.length), before, `what was cut stays cut at write ${writes}`);
      assert.ok(
        kept.equals(segmentsOf(form, bytes.subarray(0, Math.max(stored, kept.length))).subarray(0, kept.length)),
        `the bytes are the recorder's at write ${writes}`,
      );
      assert.ok(
        stored - kept.length < unit,
        `${stored - kept.length} of ${stored} bytes are given up at write ${writes}`,
      );
      assert.deepEqual(
        after.map(({ sequence }) => sequence),
        after.map((_, index) => index),
      );
      await Promise.all([next.close(), dying.close()]);
      return !dying.dead;
    }

    test('is in the store to the last byte when its recorder was stopped', async () => {
      const { takes } = aStore();
      const writer = aWriter(takes, new FakeLocks(), form);
      for (const part of sliced(bytes, chance(6), 4_000)) FakeRecorder.latest().give(part);

      await writer.finish('FINISHED');

      const segments = await takes.segments(writer.takeId);
      assert.ok((await recorded(takes, writer.takeId, segments)).equals(segmentsOf(form, bytes)));
      assert.deepEqual(await takes.slices(writer.takeId), []);
      const [take] = await takes.all();
      assert.deepEqual(take?.ended, { lastSequence: segments.length - 1, reason: 'FINISHED' });
      await takes.close();
    });
  });
}

describe('recovery', () => {
  const { bytes, form } = recordings[0]!;

  test('leaves a take alone that another page is recording, until that page has gone', async () => {
    const { takes } = aStore();
    const locks = new FakeLocks();
    const writer = aWriter(takes, locks, form);
    FakeRecorder.latest().give(bytes.subarray(0, 20_000));
    await settled();

    const clock = aClock(new FakeTiming());
    const found = await recoverTakes({
      takes,
      clock,
      locks,
      wasLeft: () => true,
      signal: new AbortController().signal,
    });

    assert.deepEqual(found, []);
    assert.equal((await takes.all())[0]?.ended, undefined);
    locks.forget(takeLock(writer.takeId));
    await settled();
    assert.equal((await takes.all())[0]?.ended?.reason, 'PAGE_LEFT');
    await takes.close();
  });

  test('tells a page that was left from a process that died', async () => {
    for (const [left, cause] of [
      [true, 'PAGE_RELOAD'],
      [false, 'BROWSER_GONE'],
    ] as const) {
      const { takes } = aStore();
      aWriter(takes, new FakeLocks(), form);
      FakeRecorder.latest().give(bytes);
      await settled();

      const [found] = await recoverTakes({
        takes,
        clock: aClock(new FakeTiming()),
        locks: new FakeLocks(),
        wasLeft: () => left,
      });

      assert.equal(found?.cause, cause);
      const [take] = await takes.all();
      assert.ok(
        Math.abs(found.at - (take?.startedAt ?? 0) - 7000) < 200,
        `recorded for ${found.at - (take?.startedAt ?? 0)} ms`,
      );
      await takes.close();
    }
  });

  test('does nothing the second time', async () => {
    const { takes } = aStore();
    aWriter(takes, new FakeLocks(), form);
    FakeRecorder.latest().give(bytes);
    await settled();
    const again = { takes, clock: aClock(new FakeTiming()), locks: new FakeLocks(), wasLeft: () => false };
    await recoverTakes(again);
    const first = await takes.all();

    assert.deepEqual(await recoverTakes(again), []);
    assert.deepEqual(await takes.all(), first);
    await takes.close();
  });
});
