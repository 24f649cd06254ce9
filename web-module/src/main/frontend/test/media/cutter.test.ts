import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { Cutter, type CutterMemory, type Piece } from '../../src/media/cutter';
import { chance, sliced } from '../chance';
import { fragmentsOf, segmentsOf } from './fragments';

const recordings = [
  { file: 'chromium-mp4-500.mp4', mimeType: 'video/mp4;codecs=avc1,opus' },
  { file: 'chromium-webm-1000.webm', mimeType: 'video/webm;codecs=vp8,opus' },
  { file: 'chromium-webm-plain.webm', mimeType: 'video/webm;codecs=vp8,opus' },
  { file: 'firefox-webm-plain.webm', mimeType: 'video/webm;codecs=vp8,opus' },
].map((recording) => ({ ...recording, bytes: new Uint8Array(readFileSync(`test/fixtures/${recording.file}`)) }));

const settings = { segmentMillis: 2000, sliceMillis: 250 };

function cut(mimeType: string, parts: Uint8Array[]): Piece[] {
  const cutter = new Cutter({ mimeType, ...settings });
  return [...parts.flatMap((part) => cutter.push(part)), ...cutter.finish()];
}

const joined = (pieces: Piece[]): Buffer => Buffer.concat(pieces.map((piece) => piece.bytes));
const times = (pieces: Piece[]): number[][] =>
  pieces.map((piece) => [piece.bytes.length, piece.startMillis, piece.durationMillis]);

for (const { file, mimeType, bytes } of recordings) {
  const expected = segmentsOf(mimeType, bytes);

  describe(file, () => {
    test('gives the same segments however the bytes are sliced', () => {
      const whole = cut(mimeType, [bytes]);
      for (let seed = 1; seed <= 40; seed += 1) {
        const pieces = cut(mimeType, sliced(bytes, chance(seed), seed < 20 ? 300 : 20_000));
        assert.deepEqual(times(pieces), times(whole), `seed ${seed}`);
        assert.ok(joined(pieces).equals(joined(whole)), `seed ${seed}`);
      }
    });

    test('leaves no byte out of a recording that ended well', () => {
      assert.deepEqual(joined(cut(mimeType, [bytes])), expected);
    });

    test('puts the segments end to end, about as long as asked', () => {
      const pieces = cut(mimeType, [bytes]).filter((piece) => piece.durationMillis > 0);
      assert.ok(pieces.length >= (file.includes('plain') ? 1 : 3), `${pieces.length} pieces`);
      let end = 0;
      for (const [index, piece] of pieces.entries()) {
        assert.ok(Math.abs(piece.startMillis - end) <= 2, `${piece.startMillis} follows ${end}`);
        if (index < pieces.length - 1) assert.ok(piece.durationMillis >= 1900, `lasts ${piece.durationMillis}`);
        end = piece.startMillis + piece.durationMillis;
      }
      assert.ok(end > 6500 && end < 7500, `ends at ${end}`);
    });

    test('keeps every complete unit of a recording that was torn off anywhere', () => {
      const random = chance(7);
      const whole = cut(mimeType, [bytes]);
      let longest = 0;
      for (let torn = 0; torn < 60; torn += 1) {
        const to = Math.floor(random() * bytes.length);
        const kept = joined(cut(mimeType, sliced(bytes.subarray(0, to), random, 5000)));
        assert.ok(kept.equals(segmentsOf(mimeType, bytes.subarray(0, to)).subarray(0, kept.length)));
        longest = Math.max(longest, kept.length === 0 ? 0 : to - kept.length);
      }
      assert.ok(longest < joined(whole).length / 8, `${longest} bytes of a tail were given up`);
    });

    test('reads on in a later page life as if nothing had happened', () => {
      const whole = cut(mimeType, [bytes]);
      for (let seed = 1; seed <= 20; seed += 1) {
        const resumed = cutWithRestarts(mimeType, sliced(bytes, chance(seed), 4000), chance(seed + 99));
        assert.deepEqual(times(resumed).slice(0, -1), times(whole).slice(0, -1), `seed ${seed}`);
        assert.ok(joined(resumed).equals(joined(whole)), `seed ${seed}`);
      }
    });
  });
}

/** Throws the cutter away now and then, and starts a new one from what the store would have kept. */
function cutWithRestarts(mimeType: string, parts: Uint8Array[], random: () => number): Piece[] {
  const pieces: Piece[] = [];
  let memory: CutterMemory | undefined;
  let cutter = new Cutter({ mimeType, ...settings });
  let uncut: Uint8Array = new Uint8Array();
  for (const part of parts) {
    const from = cutter.cutTo;
    const found = cutter.push(part);
    uncut = new Uint8Array(Buffer.concat([uncut, part])).subarray(cutter.cutTo - from);
    if (found.length > 0) memory = structuredClone(cutter.memory);
    pieces.push(...found);
    if (random() > 0.2) continue;
    cutter = new Cutter({ mimeType, ...settings, from: cutter.cutTo, memory });
    pieces.push(...cutter.push(uncut));
  }
  return [...pieces, ...cutter.finish()];
}

describe('fMP4', () => {
  test('gives everything before the first moof as segment 0, then whole moof and mdat pairs', () => {
    const { mimeType, bytes } = recordings[0]!;
    const [header, ...media] = cut(mimeType, sliced(bytes, chance(3), 900));

    assert.equal(boxes(header!.bytes).includes('moof'), false);
    assert.deepEqual(boxes(header!.bytes).slice(0, 2), ['ftyp', 'moov']);
    for (const piece of media) {
      assert.match(boxes(piece.bytes).join(' '), /^(moof mdat ?)+$/);
    }
  });
});

describe('fragments', () => {
  test('last until the next begins, where Chromium calls the last frame of each a usual one', () => {
    const { mimeType, bytes } = recordings[0]!;
    const holes = (media: Uint8Array): number => {
      const fragments = fragmentsOf(media);
      return fragments.filter(({ track, start, durations }, index) => {
        const next = fragments.slice(index + 1).find((later) => later.track === track);
        const end = durations.reduce((sum, duration) => sum + duration, start);
        return next !== undefined && next.start !== end;
      }).length;
    };
    assert.equal(holes(bytes), 26);
    assert.equal(holes(joined(cut(mimeType, sliced(bytes, chance(3), 900)))), 0);
  });

  test('do not reach over a time in which there was no picture', () => {
    const { mimeType, bytes } = recordings[0]!;
    const torn = Uint8Array.from(bytes);
    const last = fragmentsOf(torn)
      .filter(({ track }) => track === 1)
      .at(-1)!;
    delay(torn, last.start, 16_000 * 60);
    const [, before] = fragmentsOf(joined(cut(mimeType, [torn])))
      .filter(({ track }) => track === 1)
      .slice(-3);
    assert.equal(before!.durations.at(-1), 999);
  });
});

/** Lets the fragment of the first track that begins at a time begin later. */
function delay(bytes: Uint8Array, start: number, ticks: number): void {
  const wanted = Buffer.alloc(8);
  wanted.writeBigUInt64BE(BigInt(start));
  const at = Buffer.from(bytes).lastIndexOf(Buffer.concat([Buffer.from('tfdt'), Buffer.of(1, 0, 0, 0), wanted]));
  new DataView(bytes.buffer).setBigUint64(at + 8, BigInt(start + ticks));
}

describe('WebM', () => {
  test('begins every segment but the first with a cluster', () => {
    const { mimeType, bytes } = recordings[1]!;
    const [first, ...others] = cut(mimeType, [bytes]);

    assert.equal(Buffer.from(first!.bytes.subarray(0, 4)).toString('hex'), '1a45dfa3');
    assert.ok(others.length >= 2);
    for (const piece of others) assert.equal(Buffer.from(piece.bytes.subarray(0, 4)).toString('hex'), '1f43b675');
  });
});

describe('bytes that nobody understands', () => {
  test('are kept and cut where slices end', () => {
    const random = chance(11);
    const noise = Array.from({ length: 40 }, () => Uint8Array.from({ length: 500 }, () => Math.floor(random() * 256)));
    for (const mimeType of ['video/mp4', 'video/webm', 'video/x-unheard-of']) {
      const pieces = cut(mimeType, noise);
      assert.deepEqual(joined(pieces), Buffer.concat(noise), mimeType);
      assert.ok(pieces.length > 3, `${mimeType}: ${pieces.length} pieces`);
    }
  });

  test('in the middle of a recording cost nothing of what comes before or after', () => {
    const { mimeType, bytes } = recordings[0]!;
    const half = bytes.subarray(0, 20_000);
    const noise = new Uint8Array(700).fill(1);
    const pieces = cut(mimeType, [half, noise, ...sliced(bytes.subarray(20_000), chance(5), 2000)]);
    assert.equal(joined(pieces).length, bytes.length + noise.length);
  });
});

function boxes(bytes: Uint8Array): string[] {
  const found: string[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length; at += view.getUint32(at)) {
    found.push(Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1'));
  }
  return found;
}
