// What a run lost and why, read from its frames; and whether the server's report says the same.

/** A camera of 15 frames a second is late by this much without anything having happened. */
const holeMillis = 400;
/** What is shorter is no gap to the server. */
const gapMillis = 1_000;
const toleranceMillis = 500;

const causes = {
  reload: ['PAGE_RELOAD'],
  kill: ['BROWSER_GONE'],
};

/** Between which moments no page ran, and what had ended it. */
export function interruptions({ gone, begun, killed }) {
  return gone.map((from, index) => {
    const to = begun.find((time) => time >= from) ?? from;
    return { kind: killed.includes(from) ? 'kill' : 'reload', from, to, index };
  });
}

/** The holes between frames that are longer than a camera's own. */
export function holes(times) {
  return times.slice(1).flatMap((to, index) => (to - times[index] > holeMillis ? [{ from: times[index], to }] : []));
}

/** Without a page nothing can be recorded; that time is no loss. What the camera itself did not show is the machine's. */
export function losses(candidate, times, faults) {
  const broken = interruptions(candidate);
  const ofPages = broken.map(({ kind, from, to }) => {
    const [began, ends] = [
      Math.max(0, ...candidate.begun.filter((time) => time < from)),
      Math.min(Infinity, ...candidate.gone.filter((time) => time > to)),
    ];
    const tail = lostInLife(times, began, from, (frames) => from - frames.at(-1));
    const head = lostInLife(times, to, ends, (frames) => frames[0] - to);
    return { kind, at: from, tail, head, pageless: to - from, lost: tail + head };
  });
  const others = holes(times)
    .filter((hole) => !broken.some(({ from, to }) => from <= hole.to && to >= hole.from))
    .map((hole) => {
      const stalled = Math.min(longestStall(candidate.drawn, hole), hole.to - hole.from);
      return { kind: activeAt(faults, hole), at: hole.from, lost: hole.to - hole.from - stalled, stalled };
    });
  return {
    ofPages,
    others: others.filter(({ lost }) => lost > holeMillis),
    stalls: others.filter(({ stalled }) => stalled > holeMillis),
  };
}

/** A page that went before any of its frames was kept lost all of its life: half of it is that of each end. */
function lostInLife(times, began, ended, measure) {
  const frames = times.filter((time) => time >= began && time <= ended);
  return frames.length > 0 ? measure(frames) : Math.round((ended - began) / 2);
}

/** What a recording at an SFU lacks of what its camera showed, also when it came to an early end. */
export function lostAt({ drawn }, times) {
  const within = holes(times).map(
    (hole) => hole.to - hole.from - Math.min(longestStall(drawn, hole), hole.to - hole.from),
  );
  const atEnd = drawn.at(-1) - (times.at(-1) ?? drawn[0]);
  return [...within, atEnd].filter((lost) => lost > holeMillis).reduce((sum, lost) => sum + lost, 0);
}

/** The longest time within a hole in which the camera showed nothing new. */
function longestStall(drawn, { from, to }) {
  const within = [from, ...drawn.filter((time) => time > from && time < to), to];
  return Math.max(...within.slice(1).map((time, index) => time - within[index]));
}

function activeAt(faults, hole) {
  const active = faults.filter((fault) => fault.from <= hole.to && fault.to + 5_000 >= hole.from);
  return active.map(({ kind }) => kind).join(' + ') || 'nothing';
}

/** What of the server's report is not what the frames show. */
export function differences(report, candidate, times) {
  const found = [];
  const gaps = report.gaps.map((gap) => ({ ...gap, from: Date.parse(gap.from), to: Date.parse(gap.to) }));
  const broken = interruptions(candidate);
  for (const hole of holes(times).filter(({ from, to }) => to - from >= gapMillis + toleranceMillis)) {
    const gap = gaps.find(({ from, to }) => from < hole.to && to > hole.from);
    const length = hole.to - hole.from;
    if (gap === undefined) found.push(`a hole of ${length} ms is not named`);
    else if (Math.abs(gap.to - gap.from - length) > toleranceMillis)
      found.push(`a hole of ${length} ms is a gap of ${gap.to - gap.from} ms`);
    const within = broken.filter(({ from, to }) => from <= hole.to && to >= hole.from);
    const expected = within.flatMap(({ kind }) => causes[kind]);
    if (gap !== undefined && within.length > 0 && !expected.includes(gap.cause))
      found.push(`the cause of a hole by ${within.map(({ kind }) => kind).join(' and ')} is ${gap.cause}`);
  }
  for (const gap of gaps) {
    const hole = holes(times).find(({ from, to }) => from < gap.to && to > gap.from);
    const atEnd = gap.to > times.at(-1) || gap.from < times[0];
    if (hole === undefined && !atEnd) found.push(`a gap of ${gap.to - gap.from} ms (${gap.cause}) is no hole`);
    if (atEnd && gap.to - gap.from > gapMillis + toleranceMillis)
      found.push(`a gap of ${gap.to - gap.from} ms (${gap.cause}) at an end`);
  }
  // A page records some moments longer than its exam lasts
  const counted = times.filter((time) => time >= Date.parse(report.from) && time <= Date.parse(report.to));
  const shown = counted.at(-1) - counted[0] - holes(counted).reduce((sum, { from, to }) => sum + to - from, 0);
  if (Math.abs(report.recordedSeconds * 1_000 - shown) > toleranceMillis + 100 * report.takes.length)
    found.push(`${report.recordedSeconds} s are recorded, frames show ${(shown / 1_000).toFixed(1)} s`);
  return found;
}
