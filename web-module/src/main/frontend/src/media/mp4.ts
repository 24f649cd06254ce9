import type { CutterMemory, Reader, Unit } from './cutter';
import type { Pending } from './pending';

/** No recorder writes a larger fragment, and no larger segment would be taken. */
const LARGEST = 16 * 1024 * 1024;
/** A picture that stood for longer was not slow: there was none. */
const SLOWEST_MILLIS = 2_000;

interface Box {
  type: string;
  head: number;
  size: number;
}

/** A track's part of a fragment, in ticks. */
interface Run {
  track: number;
  start: number;
  end: number;
  /** Where the duration of its last sample stands, in bytes of the take; undefined when it has none of its own. */
  lastAt: number | undefined;
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
  #runs: readonly Run[] = [];

  constructor(memory: CutterMemory, from: number) {
    this.#memory = memory;
    this.#at = from;
    this.#unitFrom = from;
  }

  read(pending: Pending): Unit | undefined {
    for (;;) {
      const box = boxAt(pending, this.#at);
      if (box === undefined || this.#at + box.size > pending.to) return undefined;
      const view = pending.view(this.#at, this.#at + (box.type === 'mdat' ? box.head : box.size));
      if (box.type === 'moov') readTracks(view, box.head, this.#memory);
      if (box.type === 'moof') this.#fragment(pending, runsOf(view, box.head, this.#at, this.#memory));
      this.#at += box.size;
      if (box.type === 'mdat' && this.#times !== undefined) return this.#unit(this.#times);
    }
  }

  #fragment(pending: Pending, runs: readonly Run[]): void {
    if (this.#memory.zero === undefined) this.#headerTo ??= this.#at;
    this.#times = timesOf(runs, this.#memory);
    this.#reachBack(pending, runs);
    this.#runs = runs;
  }

  /**
   * Lets the samples that ended the fragment before last until this one begins. Chromium calls each of them one usual
   * frame long, and players show no picture behind the holes that slow frames would leave so.
   */
  #reachBack(pending: Pending, runs: readonly Run[]): void {
    for (const { track, start } of runs) {
      const before = this.#runs.find((run) => run.track === track);
      const missing = before === undefined ? 0 : start - before.end;
      const tick = this.#memory.tracks[track]?.tick ?? 0;
      if (before?.lastAt === undefined || missing <= 0 || missing * tick > SLOWEST_MILLIS) continue;
      const duration = pending.view(before.lastAt, before.lastAt + 4);
      duration.setUint32(0, duration.getUint32(0) + missing);
    }
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

function timesOf(runs: readonly Run[], memory: CutterMemory): { startMillis: number; endMillis: number } {
  const all = runs.flatMap(({ track, start, end }) => {
    const { video, tick } = memory.tracks[track] ?? { video: false, tick: 0 };
    return end > start ? [{ video, startMillis: start * tick, endMillis: end * tick }] : [];
  });
  const picture = all.filter((times) => times.video);
  const used = picture.length > 0 ? picture : all;
  if (used.length === 0) throw new RangeError('A fragment without a time');
  return {
    startMillis: Math.min(...used.map((times) => times.startMillis)),
    endMillis: Math.max(...used.map((times) => times.endMillis)),
  };
}

/** What a fragment has of each known track; `at` is where the view begins in the take. */
function runsOf(moof: DataView, head: number, at: number, memory: CutterMemory): Run[] {
  const runs: Run[] = [];
  for (const { type, content } of boxesIn(moof, head)) {
    const run = type === 'traf' ? runOf(content, at - moof.byteOffset, memory) : undefined;
    if (run !== undefined) runs.push(run);
  }
  return runs;
}

function runOf(traf: DataView, shift: number, memory: CutterMemory): Run | undefined {
  const tfhd = inner(traf, 'tfhd');
  const tfdt = inner(traf, 'tfdt');
  const track = tfhd?.getUint32(4);
  const known = track === undefined ? undefined : memory.tracks[track];
  if (tfhd === undefined || tfdt === undefined || track === undefined || known === undefined) return undefined;
  const start = tfdt.getUint8(0) === 1 ? Number(tfdt.getBigUint64(4)) : tfdt.getUint32(4);
  const run: Run = { track, start, end: start, lastAt: undefined };
  for (const { type, content } of boxesIn(traf, 0)) {
    if (type !== 'trun') continue;
    const { ticks, lastAt } = samplesOf(content, defaultDuration(tfhd) ?? known.duration);
    run.end += ticks;
    run.lastAt = lastAt === undefined ? undefined : content.byteOffset + lastAt + shift;
  }
  return run;
}

function defaultDuration(tfhd: DataView): number | undefined {
  const flags = tfhd.getUint32(0) & 0xffffff;
  if ((flags & 0x08) === 0) return undefined;
  return tfhd.getUint32(8 + ((flags & 0x01) === 0 ? 0 : 8) + ((flags & 0x02) === 0 ? 0 : 4));
}

/** How long the samples of a run are together, and where in it the last duration stands. */
function samplesOf(trun: DataView, usual: number): { ticks: number; lastAt: number | undefined } {
  const flags = trun.getUint32(0) & 0xffffff;
  const count = trun.getUint32(4);
  if ((flags & 0x100) === 0 || count === 0) return { ticks: count * usual, lastAt: undefined };
  const stride = [0x100, 0x200, 0x400, 0x800].filter((flag) => (flags & flag) !== 0).length * 4;
  const first = 8 + ((flags & 0x01) === 0 ? 0 : 4) + ((flags & 0x04) === 0 ? 0 : 4);
  const lastAt = first + (count - 1) * stride;
  let ticks = 0;
  for (let at = first; at <= lastAt; at += stride) ticks += trun.getUint32(at);
  return { ticks, lastAt };
}
