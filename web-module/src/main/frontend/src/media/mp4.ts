import type { CutterMemory, Reader, Unit } from './cutter';
import type { Pending } from './pending';

/** No recorder writes a larger fragment, and no larger segment would be taken. */
const LARGEST = 16 * 1024 * 1024;

interface Box {
  type: string;
  head: number;
  size: number;
}

interface Times {
  video: boolean;
  startMillis: number;
  endMillis: number;
}

/**
 * Reads fragmented MP4 (ISO/IEC 14496-12) as recorders write it: everything before the first `moof` is the header,
 * then `moof` and `mdat` in pairs. Times are those of the picture where there is one: `tfdt` in the time scale of
 * `mdhd`, durations from `trun`, else `tfhd`, else `trex`.
 */
export class Mp4Reader implements Reader {
  readonly #memory: CutterMemory;
  #at: number;
  #unitFrom: number;
  #headerTo: number | undefined;
  #times: { startMillis: number; endMillis: number } | undefined;

  constructor(memory: CutterMemory, from: number) {
    this.#memory = memory;
    this.#at = from;
    this.#unitFrom = from;
  }

  read(pending: Pending): Unit | undefined {
    for (;;) {
      const box = boxAt(pending, this.#at);
      if (box === undefined || this.#at + box.size > pending.to) return undefined;
      this.#enter(box, pending.view(this.#at, this.#at + (box.type === 'mdat' ? box.head : box.size)));
      this.#at += box.size;
      if (box.type === 'mdat' && this.#times !== undefined) return this.#unit(this.#times);
    }
  }

  #enter(box: Box, view: DataView): void {
    if (box.type === 'moov') readTracks(view, box.head, this.#memory);
    if (box.type !== 'moof') return;
    if (this.#memory.zero === undefined) this.#headerTo ??= this.#at;
    this.#times = timesOf(view, box.head, this.#memory);
  }

  #unit(times: { startMillis: number; endMillis: number }): Unit {
    const headerTo = this.#headerTo;
    const from = headerTo ?? this.#unitFrom;
    this.#unitFrom = this.#at;
    this.#headerTo = undefined;
    this.#times = undefined;
    const unit = { from, to: this.#at, begins: true, ...times };
    return headerTo === undefined || headerTo === 0 ? unit : { ...unit, headerTo };
  }
}

function boxAt(pending: Pending, at: number): Box | undefined {
  if (pending.to < at + 8) return undefined;
  const view = pending.view(at, Math.min(pending.to, at + 16));
  const type = typeAt(view, 4);
  const size = view.getUint32(0);
  if (!/^[\w ©-]{4}$/.test(type)) throw new RangeError(`No box is called ${type}`);
  if (size === 0) return undefined;
  if (size > 1) return sane({ type, head: 8, size });
  return view.byteLength < 16 ? undefined : sane({ type, head: 16, size: Number(view.getBigUint64(8)) });
}

function sane(box: Box): Box {
  if (box.size < box.head || box.size > LARGEST) throw new RangeError(`No box ${box.type} has ${box.size} bytes`);
  return box;
}

function typeAt(view: DataView, at: number): string {
  return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
}

/** The boxes inside a box, each as a view of its content. */
function* boxesIn(view: DataView, from: number): Generator<{ type: string; content: DataView }> {
  let at = from;
  while (at + 8 <= view.byteLength) {
    const size = view.getUint32(at);
    if (size < 8 || at + size > view.byteLength) throw new RangeError('A box leaves its parent');
    yield { type: typeAt(view, at + 4), content: new DataView(view.buffer, view.byteOffset + at + 8, size - 8) };
    at += size;
  }
}

function inner(view: DataView, ...path: string[]): DataView | undefined {
  let here: DataView | undefined = view;
  for (const type of path) {
    if (here === undefined) return undefined;
    here = [...boxesIn(here, 0)].find((box) => box.type === type)?.content;
  }
  return here;
}

function readTracks(moov: DataView, head: number, memory: CutterMemory): void {
  for (const { type, content } of boxesIn(moov, head)) {
    if (type === 'trak') readTrack(content, memory);
  }
  for (const { type, content } of boxesIn(moov, head)) {
    if (type === 'mvex') readDefaults(content, memory);
  }
}

function readTrack(trak: DataView, memory: CutterMemory): void {
  const tkhd = inner(trak, 'tkhd');
  const mdhd = inner(trak, 'mdia', 'mdhd');
  const hdlr = inner(trak, 'mdia', 'hdlr');
  if (tkhd === undefined || mdhd === undefined) return;
  const number = tkhd.getUint32(tkhd.getUint8(0) === 1 ? 20 : 12);
  const scale = mdhd.getUint32(mdhd.getUint8(0) === 1 ? 20 : 12);
  memory.tracks[number] = { video: hdlr !== undefined && typeAt(hdlr, 8) === 'vide', tick: 1000 / scale, duration: 0 };
}

function readDefaults(mvex: DataView, memory: CutterMemory): void {
  for (const { type, content } of boxesIn(mvex, 0)) {
    if (type !== 'trex') continue;
    const track = memory.tracks[content.getUint32(4)];
    if (track !== undefined) track.duration = content.getUint32(12);
  }
}

function timesOf(moof: DataView, head: number, memory: CutterMemory): { startMillis: number; endMillis: number } {
  const all: Times[] = [];
  for (const { type, content } of boxesIn(moof, head)) {
    const times = type === 'traf' ? trackTimes(content, memory) : undefined;
    if (times !== undefined && times.endMillis > times.startMillis) all.push(times);
  }
  const picture = all.filter((times) => times.video);
  const used = picture.length > 0 ? picture : all;
  if (used.length === 0) throw new RangeError('A fragment without a time');
  return {
    startMillis: Math.min(...used.map((times) => times.startMillis)),
    endMillis: Math.max(...used.map((times) => times.endMillis)),
  };
}

function trackTimes(traf: DataView, memory: CutterMemory): Times | undefined {
  const tfhd = inner(traf, 'tfhd');
  const tfdt = inner(traf, 'tfdt');
  const track = tfhd === undefined ? undefined : memory.tracks[tfhd.getUint32(4)];
  if (tfhd === undefined || tfdt === undefined || track === undefined) return undefined;
  const start = tfdt.getUint8(0) === 1 ? Number(tfdt.getBigUint64(4)) : tfdt.getUint32(4);
  const usual = defaultDuration(tfhd) ?? track.duration;
  let ticks = 0;
  for (const { type, content } of boxesIn(traf, 0)) {
    if (type === 'trun') ticks += runTicks(content, usual);
  }
  return { video: track.video, startMillis: start * track.tick, endMillis: (start + ticks) * track.tick };
}

function defaultDuration(tfhd: DataView): number | undefined {
  const flags = tfhd.getUint32(0) & 0xffffff;
  if ((flags & 0x08) === 0) return undefined;
  return tfhd.getUint32(8 + ((flags & 0x01) === 0 ? 0 : 8) + ((flags & 0x02) === 0 ? 0 : 4));
}

function runTicks(trun: DataView, usual: number): number {
  const flags = trun.getUint32(0) & 0xffffff;
  const count = trun.getUint32(4);
  if ((flags & 0x100) === 0) return count * usual;
  const stride = [0x100, 0x200, 0x400, 0x800].filter((flag) => (flags & flag) !== 0).length * 4;
  const first = 8 + ((flags & 0x01) === 0 ? 0 : 4) + ((flags & 0x04) === 0 ? 0 : 4);
  let ticks = 0;
  for (let sample = 0; sample < count; sample += 1) ticks += trun.getUint32(first + sample * stride);
  return ticks;
}
