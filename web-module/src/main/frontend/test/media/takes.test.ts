import '../browser';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Takes } from '../../src/media/takes';
import { settled } from '../fake-timing';
import { aStore, aTake, pieces } from './stories';

const slice = (from: number, length: number) => ({ takeId: 'take-a', from, data: new ArrayBuffer(length) });

async function aSlicedTake(): Promise<Takes> {
  const { takes } = aStore();
  await takes.begin(aTake('take-a'));
  for (const [from, length] of [
    [0, 80],
    [80, 80],
    [160, 80],
  ] as const)
    await takes.addSlice(slice(from, length), true);
  return takes;
}

test('a cut drops the slices it has used up, and keeps the one it ends in', async () => {
  const takes = await aSlicedTake();

  await takes.cut('take-a', { from: 0, to: 100, pieces: pieces(0, 1), memory: { tracks: {} } });

  assert.deepEqual(
    (await takes.slices('take-a')).map(({ from }) => from),
    [80, 160],
  );
  assert.deepEqual(
    (await takes.segments('take-a')).map(({ sequence, bytes, startMillis, durationMillis }) => [
      sequence,
      bytes,
      startMillis,
      durationMillis,
    ]),
    [[0, 100, 0, 4000]],
  );
  await takes.close();
});

test('a cut that starts where none ended is refused whole', async () => {
  const takes = await aSlicedTake();
  await takes.cut('take-a', { from: 0, to: 100, pieces: pieces(0, 1), memory: { tracks: {} } });

  await assert.rejects(
    takes.cut('take-a', { from: 0, to: 100, pieces: pieces(0, 1), memory: { tracks: {} } }),
    /cut elsewhere/,
  );

  assert.equal((await takes.segments('take-a')).length, 1);
  assert.equal((await takes.all())[0]?.nextSequence, 1);
  await takes.close();
});

test('an ended take is never cut again', async () => {
  const takes = await aSlicedTake();
  await takes.cut('take-a', { from: 0, to: 100, pieces: pieces(0, 1), memory: { tracks: {} }, end: 'FINISHED' });

  await assert.rejects(
    takes.cut('take-a', { from: 100, to: 201, pieces: pieces(1, 1), memory: { tracks: {} } }),
    /cut elsewhere/,
  );

  assert.deepEqual(await takes.slices('take-a'), []);
  await takes.close();
});

test('the hash of a segment is the one of its bytes', async () => {
  const takes = await aSlicedTake();
  await takes.cut('take-a', {
    from: 0,
    to: 3,
    pieces: [{ bytes: new TextEncoder().encode('abc'), startMillis: 0, durationMillis: 1 }],
    memory: { tracks: {} },
  });

  const [segment] = await takes.segments('take-a');
  assert.equal(segment?.sha256, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  await takes.close();
});

test('the start of a take, once known in server time, is not moved', async () => {
  const takes = await aSlicedTake();
  await takes.cut('take-a', { from: 0, to: 100, pieces: pieces(0, 1), memory: { tracks: {} }, startedAt: 5000 });
  await takes.cut('take-a', { from: 100, to: 201, pieces: pieces(1, 1), memory: { tracks: {} }, startedAt: 9000 });

  assert.equal((await takes.all())[0]?.startedAt, 5000);
  await takes.close();
});

test('other pages hear of a cut', async () => {
  const { name, takes } = aStore();
  const other = new Takes(name);
  let heard = 0;
  other.onChange(() => {
    heard += 1;
  });

  await takes.begin(aTake('take-a'));
  while (heard === 0) await settled();

  assert.equal(heard, 1);
  await Promise.all([takes.close(), other.close()]);
});
