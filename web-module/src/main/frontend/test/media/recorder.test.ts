import '../browser';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { defaultPolicy } from '../../src/media/policy';
import { FakeRecorder, FakeStream, FakeTrack } from '../fake-media';
import { settled } from '../fake-timing';
import { segmentsOf } from './fragments';
import { aRecorder } from './recorders';

const recording = new Uint8Array(readFileSync('test/fixtures/chromium-mp4-500.mp4'));

test('starts a take at once, in the best form there is', async () => {
  const { kept, recorder, leave } = await aRecorder();
  const [take] = await kept();

  assert.equal(take?.takeId, recorder.takeId());
  assert.equal(FakeRecorder.latest().options.videoKeyFrameIntervalDuration, 250);
  assert.equal(recorder.waitingFor(), undefined);
  await leave();
});

test('ends the take when the device goes, and says so in the next', async () => {
  const { kept, recorder, source, timing, clock, leave } = await aRecorder();
  FakeRecorder.latest().give(recording);
  const heard = clock.now();
  await timing.pass(1_000);
  source.becomes(undefined, 'DEVICE_DENIED');
  await settled();
  assert.equal(recorder.takeId(), undefined);
  assert.equal(recorder.waitingFor(), 'DEVICE_DENIED');
  await timing.pass(20_000);

  source.becomes(new FakeStream() as unknown as MediaStream, 'DEVICE_DENIED');
  await settled();

  const [first, second] = await kept();
  assert.equal(first?.ended?.reason, 'TRACK_ENDED');
  assert.equal(first.endMillis > 6_500, true);
  assert.deepEqual(second?.before, { cause: 'DEVICE_DENIED', at: heard });
  await leave();
});

test('stores what the recorder holds when the page may go, and records on in case it stays', async () => {
  const { recorder, timing, takes, kept, leave } = await aRecorder();
  const first = recorder.takeId() ?? '';
  FakeRecorder.latest().give(recording);
  await timing.pass(10);

  dispatchEvent(new Event('beforeunload'));
  await timing.pass(10);

  const ended = (await kept()).find(({ takeId }) => takeId === first)?.ended;
  assert.equal(ended?.reason, 'PAGE_LEFT');
  assert.equal((await takes.segments(first)).length, ended.lastSequence + 1);
  assert.notEqual(recorder.takeId(), first);
  assert.equal(recorder.waitingFor(), undefined);
  await timing.pass(5_000);
  assert.equal((await kept()).length, 7, 'stored again and again for a second, then in peace');
  await leave();
  dispatchEvent(new Event('beforeunload'));
  assert.equal(recorder.takeId(), undefined);
});

test('begins a new take when the recorder fails', async () => {
  const { kept, timing, facts, leave } = await aRecorder();
  FakeRecorder.latest().dispatchEvent(Object.assign(new Event('error'), { error: { name: 'UnknownError' } }));
  FakeRecorder.latest().stop();
  await timing.pass(1_000);

  const [first, second] = await kept();
  assert.equal(first?.ended?.reason, 'RECORDER_ERROR');
  assert.equal(second?.before?.cause, 'RECORDER_ERROR');
  assert.deepEqual(
    facts.map(({ kind, detail }) => [kind, detail]),
    [['RECORDER_ERROR', 'UnknownError']],
  );
  await leave();
});

test('tries again when the browser refuses a recorder for a while', async () => {
  const { source, recorder, timing, leave } = await aRecorder();
  FakeRecorder.refuses = true;
  source.becomes(new FakeStream() as unknown as MediaStream);
  await timing.pass(5_000);
  assert.equal(recorder.takeId(), undefined);
  FakeRecorder.refuses = false;

  await timing.until(() => recorder.takeId() !== undefined, 'it records again');

  await leave();
});

test('replaces a recorder that gives nothing any more', async () => {
  const { kept, timing, leave } = await aRecorder();
  for (let second = 0; second < 30; second += 1) {
    FakeRecorder.latest().give(new Uint8Array(10));
    await timing.pass(1_000);
  }
  assert.equal((await kept()).length, 1);

  await timing.pass(14_000);

  assert.equal((await kept())[1]?.before?.cause, 'RECORDER_ERROR');
  await leave();
});

test('begins a new take after a sleep, so that each is dated right', async () => {
  const { kept, timing, clock, recorder, leave } = await aRecorder();
  const first = recorder.takeId();
  await timing.pass(2_000);
  clock.learn(new Date(clock.now() + 3_600_000).toISOString(), timing.now(), timing.now());

  await timing.until(() => recorder.takeId() !== first, 'there is a new take');
  await settled();

  const [, second] = await kept();
  assert.equal(second?.before?.cause, 'DEVICE_ASLEEP');
  await leave();
});

test('loses nothing while the store is full, and tells the proctor once', async () => {
  const { takes, timing, recorder, facts, stop } = await aRecorder();
  const takeId = recorder.takeId() ?? '';
  takes.full = true;
  for (let at = 0; at < recording.length; at += 2_000) {
    FakeRecorder.latest().give(recording.subarray(at, at + 2_000));
    await timing.pass(500);
  }
  assert.deepEqual(
    facts.map(({ kind }) => kind),
    ['STORAGE_FULL'],
  );

  takes.full = false;
  await stop();

  const segments = await takes.segments(takeId);
  const data = await Promise.all(segments.map(({ sequence }) => takes.data(takeId, sequence)));
  const kept = Buffer.concat(data.map((one) => new Uint8Array(one ?? new ArrayBuffer(0))));
  assert.deepEqual(kept, segmentsOf('video/mp4', recording));
  await takes.close();
});

test('stops when memory is full as well, and goes on once the store has room', async () => {
  const { takes, timing, recorder, facts, kept, leave } = await aRecorder();
  takes.full = true;
  const first = FakeRecorder.latest();
  for (let megabytes = 0; megabytes < 50; megabytes += 5) first.give(new Uint8Array(5 * 1024 * 1024));
  await settled();
  assert.equal(first.state, 'inactive');
  assert.equal(recorder.waitingFor(), 'STORAGE_FULL');
  assert.ok(facts.some(({ kind }) => kind === 'STORAGE_FULL'));

  takes.full = false;
  await timing.until(() => recorder.takeId() !== undefined, 'it records again');
  await settled();

  assert.equal((await kept())[1]?.before?.cause, 'STORAGE_FULL');
  await leave();
});

test('takes in late why nothing was recorded before its first take', async () => {
  const { recorder, source, timing, kept, leave } = await aRecorder();
  await timing.pass(10);
  source.becomes(new FakeStream() as unknown as MediaStream);
  recorder.explain({ cause: 'PAGE_RELOAD', at: 1_000 });
  await settled();

  const [first, second] = await kept();
  assert.deepEqual(first?.before, { cause: 'PAGE_RELOAD', at: 1_000 });
  assert.equal(second?.before, undefined);
  await leave();
});

test('changes to another policy without a gap to explain', async () => {
  const { recorder, timing, kept, leave } = await aRecorder();
  await timing.pass(10);
  recorder.change({ ...defaultPolicy, videoBitsPerSecond: 110_000 });
  await settled();

  const [first, second] = await kept();
  assert.equal(FakeRecorder.latest().options.videoBitsPerSecond, 110_000);
  assert.equal(first?.ended?.reason, 'POLICY');
  assert.equal(second?.before, undefined);
  await leave();
});

test('goes on with sound alone, and says of the time without a picture what it was', async () => {
  const streamOf = (...kinds: ('video' | 'audio')[]) =>
    new FakeStream(kinds.map((kind) => new FakeTrack(kind))) as unknown as MediaStream;
  const { source, timing, clock, kept, leave } = await aRecorder((camera) => {
    camera.now = streamOf('video', 'audio');
  });
  FakeRecorder.latest().give(recording);
  const heard = clock.now();
  await timing.pass(1_000);
  source.becomes(streamOf('audio'), 'DEVICE_MUTED');
  await timing.pass(5_000);
  source.becomes(streamOf('video', 'audio'), 'DEVICE_MUTED');
  await settled();

  const [, alone, both] = await kept();
  assert.equal(alone?.ended?.reason, 'POLICY');
  assert.deepEqual(both?.before, { cause: 'DEVICE_MUTED', at: heard });
  await leave();
});

for (const [seconds, cause] of [
  [5, 'PAGE_RELOAD'],
  [60, 'DEVICE_DENIED'],
] as const) {
  test(`a screen that is shared again ${seconds} s after a reload was missing by ${cause}`, async () => {
    const { recorder, source, timing, kept, leave } = await aRecorder((screen) => {
      screen.now = undefined;
      screen.wantsClick = true;
    });
    recorder.explain({ cause: 'PAGE_RELOAD', at: 1_000 });
    await timing.pass(seconds * 1_000);
    source.becomes(new FakeStream() as unknown as MediaStream);
    await settled();

    assert.deepEqual((await kept())[0]?.before, { cause, at: 1_000 });
    await leave();
  });
}

test('says that the camera was refused when that came out after it had ended', async () => {
  const { source, timing, kept, leave } = await aRecorder();
  source.becomes(undefined, 'DEVICE_ENDED');
  await timing.pass(10_000);
  source.becomes(new FakeStream() as unknown as MediaStream, 'DEVICE_DENIED');
  await settled();

  assert.equal((await kept())[1]?.before?.cause, 'DEVICE_DENIED');
  await leave();
});
