import type { TakeIndex } from './facts';
import { sourcesOf, type Sources } from './sources';

/** One segment at its place in the exam; times are server time in milliseconds. */
export interface Piece {
  sequence: number;
  from: number;
  to: number;
}

/** A part of one take that plays through. */
export interface Stretch {
  takeId: string;
  number: number;
  mimeType: string;
  /** Server time of the take's first sample: the zero of its media time. */
  zero: number;
  from: number;
  to: number;
  pieces: Piece[];
  sources: Sources;
}

/** Segments follow each other to the millisecond; further apart means that something lies between them. */
const JITTER_MILLIS = 250;

/** What of a track plays through, in the order of time. A take without its first segment can't be decoded. */
export function stretchesOf(takes: readonly TakeIndex[]): Stretch[] {
  return takes.flatMap(stretchesOfTake).sort((a, b) => a.from - b.from);
}

function stretchesOfTake(take: TakeIndex): Stretch[] {
  const { takeId, number, mimeType } = take;
  const zero = Date.parse(take.startedAt);
  const stretches: Stretch[] = [];
  const sources = sourcesOf(take);
  if (take.segments[0]?.[0] !== 0) return stretches;
  for (const [sequence, start, duration] of take.segments) {
    const piece = { sequence, from: zero + start, to: zero + start + duration };
    const last = stretches.at(-1);
    const before = last?.pieces.at(-1);
    if (duration === 0) continue;
    if (last !== undefined && before !== undefined && follows(before, piece)) {
      last.pieces.push(piece);
      last.to = piece.to;
    } else {
      stretches.push({ takeId, number, mimeType, zero, from: piece.from, to: piece.to, pieces: [piece], sources });
    }
  }
  return stretches;
}

function follows(before: Piece, piece: Piece): boolean {
  return piece.sequence === before.sequence + 1 && Math.abs(piece.from - before.to) <= JITTER_MILLIS;
}

/** The stretch that a moment lies in; of two that overlap the later one, which a newer page recorded. */
export function stretchAt(stretches: readonly Stretch[], at: number): Stretch | undefined {
  return stretches.filter((stretch) => stretch.from <= at && at < stretch.to).at(-1);
}

/** Where the next stretch after a moment begins. */
export function nextFrom(stretches: readonly Stretch[], at: number): number | undefined {
  return stretches.find((stretch) => stretch.from > at)?.from;
}

/** The pieces of one take, whatever lies between them. */
export function piecesOf(stretches: readonly Stretch[], takeId: string): Piece[] {
  return stretches.filter((stretch) => stretch.takeId === takeId).flatMap((stretch) => stretch.pieces);
}

export interface Span {
  from: number;
  to: number;
}

/** From the first moment that anything is known of to the last. */
export function spanOf(spans: readonly Span[]): Span | undefined {
  if (spans.length === 0) return undefined;
  return { from: Math.min(...spans.map((span) => span.from)), to: Math.max(...spans.map((span) => span.to)) };
}
