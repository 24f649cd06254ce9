import type { CutterMemory, Reader, Unit } from './cutter';
import type { Pending } from './pending';

export const SEGMENT = 0x18538067;
export const CLUSTER = 0x1f43b675;
const INFO = 0x1549a966;
export const TRACKS = 0x1654ae6b;
const TIMECODE = 0xe7;
const SIMPLE_BLOCK = 0xa3;
const BLOCK_GROUP = 0xa0;
const BLOCK = 0xa1;
const TIMECODE_SCALE = 0x2ad7b1;
export const TRACK_ENTRY = 0xae;
const TRACK_NUMBER = 0xd7;
const TRACK_TYPE = 0x83;

/** No recorder writes a larger block, and no larger segment would be taken. */
const LARGEST = 16 * 1024 * 1024;

interface Element {
  id: number;
  head: number;
  /** Undefined when the writer did not know it: Chromium's and Firefox's segments, Chromium's clusters. */
  size: number | undefined;
}

/**
 * Reads WebM as recorders write it. Segment and cluster are entered whether their size is known or not, so that a
 * cluster ends where the next one begins; a unit is one block, a segment may begin at a cluster. A block's end is not
 * written: it is taken to last as long as the one before it on the same track.
 */
export class WebmReader implements Reader {
  readonly #memory: CutterMemory;
  readonly #last = new Map<number, { millis: number; step: number }>();
  #at: number;
  #unitFrom: number;
  #clusterFrom: number | undefined;
  #clusterTicks = 0;
  #tick: number;

  constructor(memory: CutterMemory, from: number) {
    this.#memory = memory;
    this.#at = from;
    this.#unitFrom = from;
    this.#tick = Object.values(memory.tracks)[0]?.tick ?? 1;
  }

  read(pending: Pending): Unit | undefined {
    for (;;) {
      const element = elementAt(pending, this.#at);
      if (element === undefined) return undefined;
      const entered = element.id === SEGMENT || element.id === CLUSTER;
      if (!entered && (element.size ?? Infinity) > LARGEST) throw new RangeError('An element too long to be one');
      const to = this.#at + element.head + (entered ? 0 : (element.size ?? 0));
      if (to > pending.to) return undefined;
      const unit = this.#enter(element, pending.view(this.#at + element.head, to), to);
      this.#at = to;
      if (unit !== undefined) return unit;
    }
  }

  #enter(element: Element, content: DataView, to: number): Unit | undefined {
    switch (element.id) {
      case CLUSTER:
        this.#clusterFrom = this.#at;
        return undefined;
      case INFO:
        this.#tick = unsigned(child(content, TIMECODE_SCALE), 1_000_000) / 1e6;
        return undefined;
      case TRACKS:
        readTracks(content, this.#tick, this.#memory);
        return undefined;
      case TIMECODE:
        this.#clusterTicks = unsigned(content, 0);
        return undefined;
      case SIMPLE_BLOCK:
        return this.#block(content, to);
      case BLOCK_GROUP:
        return this.#block(child(content, BLOCK), to);
      default:
        return undefined;
    }
  }

  #block(block: DataView | undefined, to: number): Unit {
    if (block === undefined) throw new RangeError('A block group without a block');
    const track = numberAt(block, 0, true);
    if (track === undefined) throw new RangeError('A block without a track');
    const startMillis = (this.#clusterTicks + block.getInt16(track.length)) * this.#tick;
    const before = this.#last.get(track.value);
    const step = before === undefined ? 0 : Math.max(0, startMillis - before.millis);
    this.#last.set(track.value, { millis: startMillis, step });
    const begins = this.#clusterFrom !== undefined && this.#memory.zero !== undefined;
    const from = begins ? (this.#clusterFrom ?? this.#unitFrom) : this.#unitFrom;
    this.#clusterFrom = undefined;
    this.#unitFrom = to;
    return { from, to, begins, startMillis, endMillis: startMillis + step };
  }
}

export function elementAt(pending: Pending, at: number): Element | undefined {
  const view = pending.view(at, Math.min(pending.to, at + 12));
  const id = numberAt(view, 0, false);
  if (id === undefined) return undefined;
  if (id.length > 4) throw new RangeError('No element has such an id');
  const size = numberAt(view, id.length, true);
  if (size === undefined) return undefined;
  const unknown = size.value === 2 ** (7 * size.length) - 1;
  return { id: id.value, head: id.length + size.length, size: unknown ? undefined : size.value };
}

/** A number of variable length; ids keep the bit that tells their length. Undefined when it is not all there. */
function numberAt(view: DataView, at: number, strip: boolean): { value: number; length: number } | undefined {
  if (at >= view.byteLength) return undefined;
  const first = view.getUint8(at);
  const length = Math.clz32(first) - 23;
  if (length > 8) throw new RangeError('A number longer than eight bytes');
  if (at + length > view.byteLength) return undefined;
  let value = strip ? first & (0xff >> length) : first;
  for (let i = 1; i < length; i += 1) value = value * 256 + view.getUint8(at + i);
  return { value, length };
}

export function* children(view: DataView): Generator<{ id: number; content: DataView }> {
  let at = 0;
  while (at < view.byteLength) {
    const id = numberAt(view, at, false);
    const size = id === undefined ? undefined : numberAt(view, at + id.length, true);
    if (id === undefined || size === undefined) return;
    const from = at + id.length + size.length;
    if (from + size.value > view.byteLength) throw new RangeError('An element leaves its parent');
    yield { id: id.value, content: new DataView(view.buffer, view.byteOffset + from, size.value) };
    at = from + size.value;
  }
}

export function child(view: DataView, id: number): DataView | undefined {
  return [...children(view)].find((element) => element.id === id)?.content;
}

function unsigned(view: DataView | undefined, otherwise: number): number {
  if (view === undefined) return otherwise;
  let value = 0;
  for (let i = 0; i < view.byteLength; i += 1) value = value * 256 + view.getUint8(i);
  return value;
}

function readTracks(tracks: DataView, tick: number, memory: CutterMemory): void {
  for (const { id, content } of children(tracks)) {
    if (id !== TRACK_ENTRY) continue;
    const video = unsigned(child(content, TRACK_TYPE), 0) === 1;
    memory.tracks[unsigned(child(content, TRACK_NUMBER), 0)] = { video, tick, duration: 0 };
  }
}
