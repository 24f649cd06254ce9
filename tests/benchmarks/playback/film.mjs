// Hours of film from a minute of it: fMP4 whose fragments are repeated with their times moved on.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** As the product's recorder writes it: a key frame and a fragment every 250 ms. */
const fragmentMillis = 250;

/** A minute of moving picture and sound at the product's own bitrate, and where the fragments of it begin. */
export function makeMinute(seconds = 60) {
  const file = join(tmpdir(), `playback-${process.pid}.mp4`);
  const picture = `testsrc2=size=640x360:rate=16,noise=alls=12:allf=t`;
  const { status, stderr } = spawnSync('ffmpeg', [
    ...['-v', 'error', '-y', '-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', 'sine=frequency=330:sample_rate=48000'],
    ...['-t', String(seconds), '-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-bf', '0', '-g', '4'],
    ...['-keyint_min', '4', '-b:v', '220k', '-maxrate', '260k', '-bufsize', '260k', '-c:a', 'libopus', '-b:a', '32k'],
    ...['-movflags', '+frag_keyframe+empty_moov+default_base_moof', file],
  ]);
  if (status !== 0) throw new Error(`ffmpeg: ${stderr}`);
  const bytes = readFileSync(file);
  rmSync(file);
  const boxes = boxesOf(bytes, 0, bytes.length);
  const first = boxes.findIndex(({ type }) => type === 'moof');
  const header = bytes.subarray(0, boxes[first].at);
  const fragments = boxes
    .filter(({ type }) => type === 'moof')
    .map((moof) => {
      const mdat = boxes.find(({ type, at }) => type === 'mdat' && at > moof.at);
      return bytes.subarray(moof.at, mdat.at + mdat.size);
    });
  return { header, fragments, millis: seconds * 1_000, scales: scalesOf(header) };
}

/** The segments of a take of so many minutes: the header, and then as many fragments each as make up its length. */
export function* segmentsOf({ header, fragments, millis, scales }, minutes, segmentMillis = 4_000) {
  yield { bytes: header, startMillis: 0, durationMillis: 0 };
  const each = segmentMillis / fragmentMillis;
  for (let minute = 0; minute < minutes; minute += 1)
    for (let from = 0; from < fragments.length; from += each) {
      const some = fragments
        .slice(from, from + each)
        .map((fragment) => moved(fragment, (minute * millis) / 1_000, scales));
      const startMillis = minute * millis + from * fragmentMillis;
      yield {
        bytes: Buffer.concat(some),
        startMillis,
        durationMillis: Math.min(each, fragments.length - from) * fragmentMillis,
      };
    }
}

/** A copy of a fragment that plays so many seconds later. */
function moved(fragment, seconds, scales) {
  const copy = Buffer.from(fragment);
  const moof = boxesOf(copy, 0, copy.length)[0];
  for (const traf of boxesOf(copy, 8, moof.size).filter(({ type }) => type === 'traf')) {
    const within = boxesOf(copy, traf.at + 8, traf.at + traf.size);
    const track = copy.readUInt32BE(within.find(({ type }) => type === 'tfhd').at + 12);
    const { at } = within.find(({ type }) => type === 'tfdt');
    if (copy[at + 8] !== 1) throw new Error('Times of 32 bits are not expected');
    copy.writeBigUInt64BE(copy.readBigUInt64BE(at + 12) + BigInt(seconds * scales.get(track)), at + 12);
  }
  return copy;
}

/** How many units a second has, track by track. */
function scalesOf(header) {
  const child = (parent, name) =>
    boxesOf(header, parent.at + 8, parent.at + parent.size).filter(({ type }) => type === name);
  const [moov] = boxesOf(header, 0, header.length).filter(({ type }) => type === 'moov');
  return new Map(
    child(moov, 'trak').map((trak) => {
      const { at } = child(child(trak, 'mdia')[0], 'mdhd')[0];
      const [tkhd] = child(trak, 'tkhd');
      return [
        header.readUInt32BE(tkhd.at + (header[tkhd.at + 8] === 1 ? 28 : 20)),
        header.readUInt32BE(at + (header[at + 8] === 1 ? 28 : 20)),
      ];
    }),
  );
}

function boxesOf(bytes, from, to) {
  const boxes = [];
  for (let at = from; at < to;) {
    const size = bytes.readUInt32BE(at);
    boxes.push({ at, size, type: bytes.toString('latin1', at + 4, at + 8) });
    at += size;
  }
  return boxes;
}
