import { Mp4Reader } from './mp4';
import { OpaqueReader } from './opaque';
import { Pending } from './pending';
import { WebmReader } from './webm';

/** What a reader must remember to read on in the middle of a take, in a later page life too. */
export interface CutterMemory {
  /** Milliseconds of the first sample on the container's own time line; absent until the header was cut. */
  zero?: number;
  /** By track number: what one tick lasts in milliseconds, and a sample's default duration in ticks. */
  tracks: Record<number, { video: boolean; tick: number; duration: number }>;
  /** Slices read so far, kept once the bytes made no sense to us and are cut where the slices end. */
  opaque?: number;
}

/** The smallest part that stands alone: a moof with its mdat, or one block of a cluster. */
export interface Unit {
  from: number;
  to: number;
  /** Where the header ends that comes before this unit as a segment of its own. */
  headerTo?: number;
  /** Whether a segment may begin here. */
  begins: boolean;
  startMillis: number;
  endMillis: number;
}

/** Finds the next complete unit; blobs end anywhere, so there may be none yet. Throws RangeError on nonsense. */
export interface Reader {
  read(pending: Pending): Unit | undefined;
}

/** The bytes of one segment, with its times since the take's first sample. */
export interface Piece {
  bytes: Uint8Array<ArrayBuffer>;
  startMillis: number;
  durationMillis: number;
}

export interface CutterOptions {
  mimeType: string;
  segmentMillis: number;
  sliceMillis: number;
  /** Where the last segment of an earlier page life ended, and what was known by then. */
  from?: number;
  memory?: CutterMemory | undefined;
}

/** More bytes than this without a unit to be found: whatever it is, it is kept and cut at slices. */
const PATIENCE_BYTES = 8 * 1024 * 1024;
/** A segment a twentieth short is long enough; the next border may be half a second away. */
const NEARLY = 0.95;

/**
 * Cuts a take's bytes, sliced any way, into segments at borders of the format. Nothing is re-encoded or left out; of an
 * MP4 only the durations at the ends of fragments are made true. A segment waits for the start of the next one: only
 * that tells how long it really lasts (the durations that Chromium writes are up to a frame short, half a minute in an
 * hour).
 */
export class Cutter {
  readonly memory: CutterMemory;
  readonly #options: CutterOptions;
  readonly #pending: Pending;
  #reader: Reader;
  #gathered: { startMillis: number; endMillis: number; to: number } | undefined;

  constructor(options: CutterOptions) {
    this.#options = options;
    this.#pending = new Pending(options.from ?? 0);
    this.memory = structuredClone(options.memory) ?? { tracks: {} };
    this.#reader = this.#readerFrom(this.#pending.from);
  }

  /** Offset in the take up to which everything is in a segment. */
  get cutTo(): number {
    return this.#pending.from;
  }

  push(bytes: Uint8Array): Piece[] {
    this.#pending.append(bytes);
    try {
      return this.#readAll();
    } catch (nonsense) {
      if (!(nonsense instanceof RangeError) || this.memory.opaque !== undefined) throw nonsense;
      return this.#giveUpReading();
    }
  }

  /** The last segment: every complete unit that is left. An incomplete one is of no use to anybody. */
  finish(): Piece[] {
    return this.#gathered === undefined ? [] : [this.#cut(this.#gathered.to, this.#gathered.endMillis)];
  }

  #readAll(): Piece[] {
    const pieces: Piece[] = [];
    let unit = this.#reader.read(this.#pending);
    while (unit !== undefined) {
      pieces.push(...this.#gather(unit));
      unit = this.#reader.read(this.#pending);
    }
    if (this.#pending.to - this.#pending.from > PATIENCE_BYTES) throw new RangeError('No border in sight');
    return pieces;
  }

  #gather(unit: Unit): Piece[] {
    const pieces: Piece[] = [];
    this.memory.zero ??= unit.startMillis;
    if (unit.headerTo !== undefined) pieces.push(this.#header(unit.headerTo, unit.startMillis));
    const before = this.#gathered;
    if (before !== undefined && unit.begins && this.#longEnough(unit.startMillis - before.startMillis)) {
      pieces.push(this.#cut(unit.from, unit.startMillis));
    }
    const startMillis = this.#gathered?.startMillis ?? unit.startMillis;
    const endMillis = Math.max(this.#gathered?.endMillis ?? 0, unit.endMillis);
    this.#gathered = { startMillis, endMillis, to: unit.to };
    return pieces;
  }

  #longEnough(millis: number): boolean {
    return millis >= this.#options.segmentMillis * NEARLY;
  }

  #header(to: number, atMillis: number): Piece {
    return { bytes: this.#pending.take(to), startMillis: this.#sinceZero(atMillis), durationMillis: 0 };
  }

  #cut(to: number, endMillis: number): Piece {
    const startMillis = this.#sinceZero(this.#gathered?.startMillis ?? endMillis);
    const durationMillis = Math.max(0, this.#sinceZero(endMillis) - startMillis);
    this.#gathered = undefined;
    return { bytes: this.#pending.take(to), startMillis, durationMillis };
  }

  #sinceZero(millis: number): number {
    return Math.max(0, Math.round(millis - (this.memory.zero ?? millis)));
  }

  #giveUpReading(): Piece[] {
    const { endMillis } = this.#gathered ?? { endMillis: this.memory.zero ?? 0 };
    this.memory.opaque = Math.ceil(endMillis / this.#options.sliceMillis);
    this.#reader = this.#readerFrom(this.#gathered?.to ?? this.#pending.from);
    return this.#readAll();
  }

  #readerFrom(from: number): Reader {
    if (this.memory.opaque !== undefined) return new OpaqueReader(this.memory, from, this.#options.sliceMillis);
    if (/^(video|audio)\/mp4/.test(this.#options.mimeType)) return new Mp4Reader(this.memory, from);
    if (/^(video|audio)\/(webm|x-matroska)/.test(this.#options.mimeType)) return new WebmReader(this.memory, from);
    this.memory.opaque = 0;
    return new OpaqueReader(this.memory, from, this.#options.sliceMillis);
  }
}
