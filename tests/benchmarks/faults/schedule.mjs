// What happens to whom and when, from nothing but the seed and the number of the run.

/** Of one browser alone. */
export const own = ['reload', 'kill', 'cut'];
/** Of everybody who sits at that time. */
export const shared = [
  'store refuses',
  'store hangs',
  'store crawls',
  'store killed',
  'redis killed',
  'redis hangs',
  'database killed',
  'server killed',
];

/** Mulberry32: small, and the same everywhere. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const between = (next, from, to) => Math.round(from + next() * (to - from));

/** The faults that a sitting has in common: one, two, or none. They come one after the other or overlap. */
export function sharedFaults(seed, sitting) {
  const next = random(seed * 7_919 + sitting * 104_729 + 1);
  // Each kind comes again and again, however few sittings there are
  const kinds = [shared[(sitting + seed) % shared.length]];
  if (next() < 0.35) kinds.push(shared[Math.floor(next() * shared.length)]);
  const count = sitting % 5 === 4 ? 0 : kinds.length;
  return [...new Set(kinds)].slice(0, count).map((kind) => fault(kind, next));
}

/** What else happens to one of the browsers: with the common faults one to three in all. The first is left in peace. */
export function ownFaults(seed, run, seat, common) {
  const next = random(seed * 15_485_863 + run * 32_452_843 + 2);
  if (seat === 0) return [];
  const room = Math.max(1, 3 - common.length);
  const least = common.length === 0 ? 1 : 0;
  const count = Math.min(room, Math.max(least, 1 + Math.floor(next() * 2)));
  return Array.from({ length: count }, () => fault(own[Math.floor(next() * own.length)], next)).sort(
    (a, b) => a.at - b.at,
  );
}

function fault(kind, next) {
  return { kind, at: between(next, 3_000, 20_000), millis: between(next, 4_000, 12_000) };
}
