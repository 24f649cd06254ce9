/** One track's part of one fragment, read by the letter of ISO/IEC 14496-12 from what Chromium writes. */
export interface Fragment {
  track: number;
  start: number;
  durations: number[];
  /** Where the last of the durations stands in the bytes. */
  lastAt: number;
}

/** The fragments of all moofs that are complete; tfhd without optional fields, durations in each trun. */
export function fragmentsOf(bytes: Uint8Array): Fragment[] {
  return boxesOf(bytes, 0, bytes.length)
    .filter((box) => box.type === 'moof')
    .flatMap((moof) => boxesOf(bytes, moof.from, moof.to).filter((box) => box.type === 'traf'))
    .map((traf) => fragmentOf(bytes, traf));
}

/** What all segments together have to be: the recording itself, but for the durations where an MP4's fragments end. */
export function segmentsOf(mimeType: string, bytes: Uint8Array): Buffer {
  return mimeType.startsWith('video/mp4') ? withTrueDurations(bytes) : Buffer.from(bytes);
}

/** The same bytes with each fragment lasting until the next of its track begins. */
function withTrueDurations(bytes: Uint8Array): Buffer {
  const mended = Buffer.from(bytes);
  const fragments = fragmentsOf(bytes);
  for (const [index, { track, start, durations, lastAt }] of fragments.entries()) {
    const next = fragments.slice(index + 1).find((later) => later.track === track);
    if (next === undefined) continue;
    const before = durations.slice(0, -1).reduce((sum, duration) => sum + duration, 0);
    mended.writeUInt32BE(next.start - start - before, lastAt);
  }
  return mended;
}

interface Box {
  type: string;
  from: number;
  to: number;
}

function boxesOf(bytes: Uint8Array, from: number, to: number): Box[] {
  const found: Box[] = [];
  const buffer = Buffer.from(bytes);
  for (let at = from; at + 8 <= to; at += buffer.readUInt32BE(at)) {
    const end = at + buffer.readUInt32BE(at);
    if (end <= to) found.push({ type: buffer.toString('latin1', at + 4, at + 8), from: at + 8, to: end });
  }
  return found;
}

function fragmentOf(bytes: Uint8Array, traf: Box): Fragment {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const inner = boxesOf(bytes, traf.from, traf.to);
  const at = (type: string): number => inner.find((box) => box.type === type)!.from;
  const trun = at('trun');
  const flags = view.getUint32(trun) & 0xffffff;
  const first = trun + 12 + ((flags & 0x04) === 0 ? 0 : 4);
  const stride = (flags & 0x200) === 0 ? 4 : 8;
  const places = Array.from({ length: view.getUint32(trun + 4) }, (_, index) => first + index * stride);
  return {
    track: view.getUint32(at('tfhd') + 4),
    start: Number(view.getBigUint64(at('tfdt') + 4)),
    durations: places.map((place) => view.getUint32(place)),
    lastAt: places.at(-1)!,
  };
}
