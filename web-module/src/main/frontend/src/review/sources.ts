import type { TakeIndex } from './facts';

/** Where the bytes of a segment are fetched from, below the calls about the recording. */
export interface Source {
  path: string;
  headers: Record<string, string>;
}

/** Those segments of a take that are ranges of one file. */
export type Sources = ReadonlyMap<number, Source>;

/** In the archive all of a take is one object; its segments fill it in their order. */
export function sourcesOf({ file, segments }: TakeIndex): Sources {
  const sources = new Map<number, Source>();
  if (file === undefined) return sources;
  let from = 0;
  for (const [sequence, , , bytes] of segments) {
    sources.set(sequence, { path: file, headers: { Range: `bytes=${from}-${from + bytes - 1}` } });
    from += bytes;
  }
  return sources;
}

export function sourceOf(take: { takeId: string; sources: Sources }, sequence: number): Source {
  return take.sources.get(sequence) ?? { path: `segments/${take.takeId}/${sequence}`, headers: {} };
}
