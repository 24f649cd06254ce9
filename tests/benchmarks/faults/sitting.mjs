// Some candidates who sit at the same time: each with faults of their own, all with what happens to the server.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Candidate } from './candidate.mjs';
import { framesOf } from './film.mjs';
import { JanusRecorder } from './janus.mjs';
import { differences, losses } from './judge.mjs';
import { pause, until } from './until.mjs';

/** So long a recording goes on after the last fault. */
const restMillis = 4_000;

export async function sit({ sitting, common, runs, seconds, janus }, { services, product, folder, seed }) {
  const code = `FAULTS-${seed}-${sitting}-${Date.now() % 1_000_000}`;
  const links = await product.makeExam(code, runs.length);
  const profiles = join(folder, code);
  mkdirSync(profiles);
  const candidates = runs.map((_, seat) => new Candidate(join(profiles, `C-${seat + 1}`), links[seat]));
  // The first who is cut off has somebody beside them who is recorded elsewhere
  const cutOff = runs.find(({ faults }) => faults.some(({ kind }) => kind === 'cut'));
  let beside;
  try {
    const began = Date.now();
    // One after the other: a machine that starts browsers has no time for cameras
    for (const candidate of candidates) await candidate.begin();
    if (janus && cutOff !== undefined) beside = await JanusRecorder.begun(folder);
    const zero = Date.now();
    const cuts = cutOff?.faults.filter(({ kind }) => kind === 'cut') ?? [];
    const cutting = cuts.map((fault) => timed(fault, zero, () => beside?.cut(fault.millis)));
    const happened = await Promise.all([
      ...common.map((fault) => timed(fault, zero, () => services.strike(fault.kind, fault.millis))),
      ...runs.flatMap(({ faults, seat }) =>
        faults.map((fault) => timed({ ...fault, seat }, zero, () => candidates[seat].strike(fault))),
      ),
    ]);
    await Promise.all(cutting);
    await pauseUntil(Math.max(zero + seconds * 1_000, Date.now() + restMillis));
    for (const candidate of candidates) await candidate.finish();
    const attempts = await product.attempts(code);
    const context = { product, began, attempts, ports: services.ports };
    const lostAtJanus = await beside?.lost();
    const results = [];
    for (const run of runs) {
      const faults = happened.filter(({ seat }) => seat === undefined || seat === run.seat);
      const result = await judged(run, candidates[run.seat], faults, context);
      results.push(run === cutOff ? { ...result, lostAtJanus } : result);
    }
    return results;
  } finally {
    await Promise.all([...candidates, beside].map((one) => one?.close()));
    rmSync(profiles, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

const pauseUntil = (moment) => pause(Math.max(0, moment - Date.now()));

async function timed(fault, zero, strike) {
  await pauseUntil(zero + fault.at);
  const from = Date.now();
  await strike();
  return { ...fault, from, to: Date.now() };
}

async function judged({ run, seat }, candidate, faults, { product, began, attempts, ports }) {
  const attempt = attempts.get(`C-${seat + 1}`);
  const report = await until(
    async () => {
      const now = await product.report(attempt);
      return now?.verified === true && now;
    },
    `all of run ${run} is uploaded and verified`,
    240_000,
  );
  await candidate.close();
  const { times, unreadable } = framesOf(await product.takes(attempt), began, Date.now());
  return {
    run,
    faults: faults.map(({ kind, at, millis, from, to }) => ({ kind, at, millis, lasted: to - from })),
    ...losses(candidate, times, faults),
    differences: differences(report, candidate, times),
    frames: times.length,
    drawn: candidate.drawn.length,
    unreadable,
    atEnd: candidate.finished - times.at(-1),
    recordedSeconds: report.recordedSeconds,
    expectedSeconds: report.expectedSeconds,
    gaps: report.gaps.map(({ from, seconds, cause, causeBy, explained }) => ({
      from,
      seconds,
      cause,
      causeBy,
      explained,
    })),
    state: report.state,
    sentBytes: { server: candidate.cable.sent.get(ports.http) ?? 0, store: candidate.cable.sent.get(ports.gate) ?? 0 },
    relayedSegments: candidate.cable.relayed,
  };
}
