import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLasting } from '../../src/candidate/lasting';
import type { Hardware } from '../../src/candidate/status';
import { FakeTiming } from '../fake-timing';

const well: Hardware = {
  camera: { recorded: true, sound: true, cause: undefined },
  screen: { shared: true },
  hoursLeft: 20,
};
const unshared: Hardware = { ...well, screen: { shared: false } };

function aPage() {
  const timing = new FakeTiming();
  const told: string[] = [];
  const lasting = createLasting(({ kind, track = '' }) => told.push(`${kind} ${track}`.trim()), timing);
  const look = async (hardware: Hardware, heard: boolean, millis: number): Promise<void> => {
    for (let at = 0; at < millis; at += 1_000) {
      lasting.look(hardware, heard);
      await timing.pass(1_000);
    }
  };
  return { told, look };
}

test('says of a screen that stays unshared, once, and again to a new connection', async () => {
  const { told, look } = aPage();
  await look(unshared, true, 15_000);
  assert.deepEqual(told, []);
  await look(unshared, true, 60_000);
  assert.deepEqual(told, ['DEVICE_DENIED screen']);

  await look(unshared, false, 10_000);
  await look(unshared, true, 10_000);

  assert.deepEqual(told, ['DEVICE_DENIED screen', 'DEVICE_DENIED screen']);
});

test('says nothing of what is mended in time, or that nobody hears', async () => {
  const { told, look } = aPage();
  await look(unshared, true, 15_000);
  await look(well, true, 15_000);
  await look(unshared, true, 15_000);
  await look({ ...unshared, hoursLeft: 0.1 }, false, 60_000);

  assert.deepEqual(told, []);
});

test('tells of a camera whose name points to software, once in each connection', async () => {
  const { told, look } = aPage();
  const made = { ...well, camera: { ...well.camera, madeBy: 'ManyCam' } };
  await look(made, true, 30_000);
  await look(made, false, 2_000);
  await look(made, true, 30_000);

  assert.deepEqual(told, ['VIRTUAL_CAMERA camera', 'VIRTUAL_CAMERA camera']);
});

test('tells of a camera by its cause, and of little room at once', async () => {
  const { told, look } = aPage();
  const denied = { recorded: false, sound: false, cause: 'DEVICE_DENIED' as const };
  await look({ ...well, hoursLeft: 0.2 }, true, 2_000);
  await look({ ...well, camera: denied }, true, 30_000);
  await look({ ...well, camera: { ...denied, cause: 'RECORDER_ERROR' } }, true, 30_000);

  assert.deepEqual(told, ['STORAGE_LOW', 'DEVICE_DENIED camera']);
});
