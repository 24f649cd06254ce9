import '../browser';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { defaultPolicy } from '../../src/media/policy';
import { RunningRecorder } from '../../src/media/running-recorder';
import { FakeRecorder, FakeStream, FakeTrack } from '../fake-media';
import { segmentsOf } from './fragments';
import { aRecorder } from './recorders';

const recording = new Uint8Array(readFileSync('test/fixtures/chromium-mp4-500.mp4'));
const camera = new FakeTrack('video');
const alone = new FakeStream([camera]) as unknown as MediaStream;
const form = 'video/mp4;codecs=avc1,opus';

test('goes on with a recorder that ran before the page was read, and loses nothing of it', async () => {
  const { takes, timing, recorder, kept, stop } = await aRecorder((source, timing) => {
    source.now = alone;
    source.early = new RunningRecorder(alone, form, defaultPolicy, timing);
    FakeRecorder.latest().give(recording.subarray(0, 10_000));
  });
  const made = FakeRecorder.made.length;
  FakeRecorder.latest().give(recording.subarray(10_000));
  await timing.pass(1_000);
  const takeId = recorder.takeId() ?? '';
  await stop();

  const segments = await takes.segments(takeId);
  const data = await Promise.all(segments.map(({ sequence }) => takes.data(takeId, sequence)));
  const bytes = Buffer.concat(data.map((one) => new Uint8Array(one ?? new ArrayBuffer(0))));
  assert.deepEqual(bytes, segmentsOf(form, recording));
  assert.equal(FakeRecorder.made.length, made);
  assert.equal((await kept()).length, 1);
  await takes.close();
});

test('adds the sound in a second take where the early recorder has only a picture', async () => {
  const { recorder, kept, leave } = await aRecorder((source, timing) => {
    source.now = new FakeStream([camera, new FakeTrack('audio')]) as unknown as MediaStream;
    source.early = new RunningRecorder(alone, form, defaultPolicy, timing);
    FakeRecorder.latest().give(recording.subarray(0, 10_000));
  });
  const takes = await kept();

  assert.equal(takes.length, 2);
  assert.equal(takes.find(({ takeId }) => takeId !== recorder.takeId())?.ended?.reason, 'POLICY');
  assert.equal(FakeRecorder.latest().stream.getTracks().length, 2);
  await leave();
});
