import '../browser';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fact } from '../../src/media/policy';
import { Source } from '../../src/media/source';
import { devices, FakeStream, FakeTrack, permission } from '../fake-media';
import { FakeTiming, settled } from '../fake-timing';

function aCamera(automatic = true) {
  const timing = new FakeTiming();
  const asked: string[] = [];
  const made: FakeTrack[] = [];
  const facts: string[] = [];
  const world: { refusal?: string; slow?: Partial<Record<string, Promise<void>>> } = {};
  const source = new Source({
    track: 'camera',
    kinds: ['video', 'audio'],
    automatic,
    timing,
    onFact: ({ kind, detail }: Fact) => facts.push(detail === undefined ? kind : `${kind} ${detail}`),
    acquire: async (kinds) => {
      asked.push(kinds.join('+'));
      await world.slow?.[kinds[0] ?? 'video'];
      if (world.refusal !== undefined) throw new DOMException('No', world.refusal);
      const tracks = kinds.map((kind) => new FakeTrack(kind));
      made.push(...tracks);
      return new FakeStream(tracks) as unknown as MediaStream;
    },
  });
  let changes = 0;
  source.onChange(() => {
    changes += 1;
  });
  const kinds = (): string | undefined =>
    source
      .stream()
      ?.getTracks()
      .map((track) => track.kind)
      .join('+');
  return { timing, asked, made, facts, world, source, kinds, changes: () => changes };
}

test('gives one stream with picture and sound', async () => {
  const { source, kinds, asked, changes } = aCamera();
  await source.open();

  assert.equal(kinds(), 'video+audio');
  assert.deepEqual(asked, ['video+audio']);
  assert.equal(changes(), 1);
  source.close();
});

test('asks again by itself for the one device that is lost, and only for that', async () => {
  const { source, kinds, asked, made, facts } = aCamera();
  await source.open();
  made[1]!.end();
  await settled();

  assert.deepEqual(asked, ['video+audio', 'audio']);
  assert.equal(kinds(), 'video+audio');
  assert.deepEqual(facts, ['DEVICE_ENDED audio', 'DEVICE_BACK']);
  source.close();
});

test('goes on with what is left while a device is away, and takes it back when it is plugged in', async () => {
  const { source, kinds, asked, made, world, timing } = aCamera();
  await source.open();
  world.refusal = 'NotFoundError';
  made[0]!.end();
  await timing.pass(120_000);
  assert.equal(kinds(), 'audio');
  assert.equal(source.lostBy(), 'DEVICE_ENDED');
  assert.ok(asked.length < 40, `asked ${asked.length} times in two minutes`);

  delete world.refusal;
  devices.dispatchEvent(new Event('devicechange'));
  await settled();

  assert.equal(kinds(), 'audio+video');
  source.close();
});

test('tells once that the candidate refuses', async () => {
  const { source, facts, world, timing } = aCamera();
  world.refusal = 'NotAllowedError';
  await assert.rejects(source.open(), { name: 'NotAllowedError' });
  devices.dispatchEvent(new Event('devicechange'));
  await timing.pass(60_000);

  assert.deepEqual(facts, ['DEVICE_DENIED']);
  assert.equal(source.lostBy(), 'DEVICE_DENIED');
  source.close();
});

test('leaves a muted picture out, but not one that is muted for a moment', async () => {
  const { source, kinds, made, facts, timing } = aCamera();
  await source.open();
  made[0]!.mute(true);
  await timing.pass(500);
  made[0]!.mute(false);
  await timing.pass(2_000);
  assert.deepEqual(facts, []);

  made[0]!.mute(true);
  await timing.pass(1_000);
  assert.equal(kinds(), 'audio');
  assert.equal(source.lostBy(), 'DEVICE_MUTED');
  made[0]!.mute(false);

  assert.equal(kinds(), 'video+audio');
  assert.deepEqual(facts, ['DEVICE_MUTED video', 'DEVICE_BACK video']);
  source.close();
});

test('tells of muted sound and goes on, for silence is recorded too', async () => {
  const { source, kinds, made, facts, timing, changes } = aCamera();
  await source.open();
  made[1]!.mute(true);
  await timing.pass(1_000);

  assert.equal(kinds(), 'video+audio');
  assert.equal(changes(), 1);
  assert.deepEqual(facts, ['DEVICE_MUTED audio']);
  source.close();
});

test('does not ask again by itself where the browser wants a click', async () => {
  const { source, asked, made, kinds, timing } = aCamera(false);
  await source.open();
  made[0]!.end();
  devices.dispatchEvent(new Event('devicechange'));
  await timing.pass(60_000);

  assert.deepEqual(asked, ['video+audio']);
  assert.equal(kinds(), 'audio');
  await source.open();
  assert.equal(kinds(), 'audio+video');
  source.close();
});

test('lets go of the devices when it is closed', async () => {
  const { source, made } = aCamera();
  await source.open();
  source.close();

  assert.deepEqual(
    made.map((track) => track.readyState),
    ['ended', 'ended'],
  );
  assert.equal(source.stream(), undefined);
});

test('asked for apart, gives the picture before a slow microphone, and both once it is there', async () => {
  const { source, kinds, asked, world, timing, changes } = aCamera();
  let ready: () => void = () => undefined;
  world.slow = { audio: new Promise((resolve) => (ready = resolve)) };
  const opened = source.openApart();
  await timing.until(() => kinds() === 'video', 'there is a picture');

  ready();
  await opened;

  assert.deepEqual(asked, ['video', 'audio']);
  assert.equal(kinds(), 'video+audio');
  assert.equal(changes(), 2);
  source.close();
});

test('asked for apart, gives both at once when both are quick', async () => {
  const { source, kinds, changes, timing } = aCamera();
  const opened = source.openApart();
  await timing.pass(0);
  await opened;

  assert.equal(kinds(), 'video+audio');
  assert.equal(changes(), 1);
  source.close();
});

test('asked for apart, tells who opens it that a device is refused', async () => {
  const { source, world, facts, timing } = aCamera();
  world.refusal = 'NotAllowedError';
  const opened = assert.rejects(source.openApart(), { name: 'NotAllowedError' });
  await timing.pass(100);

  await opened;
  assert.deepEqual(facts, ['DEVICE_DENIED']);
  source.close();
});

test('puts no question again to who said no, and asks at once when it is allowed', async () => {
  const { source, asked, kinds, world, timing } = aCamera();
  permission.state = 'prompt';
  world.refusal = 'NotAllowedError';
  await assert.rejects(source.open());
  devices.dispatchEvent(new Event('devicechange'));
  await timing.pass(120_000);
  assert.equal(asked.length, 1);

  delete world.refusal;
  permission.becomes('granted');
  await settled();

  assert.equal(kinds(), 'video+audio');
  source.close();
});

test('says that the right was withdrawn, and goes on by itself when it is given back', async () => {
  const { source, facts, made, kinds, world } = aCamera();
  await source.open();
  world.refusal = 'NotAllowedError';
  permission.becomes('denied');
  for (const track of made) track.end();
  await settled();
  assert.equal(source.lostBy(), 'DEVICE_DENIED');

  delete world.refusal;
  permission.becomes('granted');
  await settled();

  assert.equal(kinds(), 'video+audio');
  assert.deepEqual(facts, ['DEVICE_ENDED video', 'DEVICE_ENDED audio', 'DEVICE_DENIED', 'DEVICE_BACK']);
  source.close();
});

test('makes the picture smaller while the camera runs, and of the next camera, too', async () => {
  const { source, made } = aCamera();
  await source.open();
  await source.adapt({ height: { ideal: 180 } });
  made[0]!.end();
  await settled();

  assert.deepEqual(
    made.filter(({ kind }) => kind === 'video').map(({ constraints }) => constraints),
    [{ height: { ideal: 180 } }, { height: { ideal: 180 } }],
  );
  source.close();
});
