// How soon a long recording is seen: node tests/benchmarks/playback/playback.mjs --help
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Product } from '../faults/product.mjs';
import { random } from '../faults/schedule.mjs';
import { until } from '../faults/until.mjs';
import { makeMinute, segmentsOf } from './film.mjs';
import { Reviewer } from './reviewer.mjs';
import { Upload } from './upload.mjs';

const usage = `Usage: node tests/benchmarks/playback/playback.mjs --data DIR [options]     (of a product that runs, by ./run --data DIR)
  --minutes N   that the recording lasts (180)       --takes N   that it consists of (6)
  --opens N     of the page, each for a first picture (10)
  --seeks N     to anywhere, half of them while it plays (60)
  --attempt ID  one that is there already, instead of a new one
Needs Chromium and ffmpeg. Ends with 1 when a picture came too late.
`;
const [firstPromised, seekPromised] = [1_500, 1_000];
const pauseMillis = 4_000;

const number = (fallback) => ({ type: 'string', default: String(fallback) });
const { values: wish } = parseArgs({
  options: {
    data: { type: 'string' },
    minutes: number(180),
    takes: number(6),
    opens: number(10),
    seeks: number(60),
    attempt: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
if (wish.help || wish.data === undefined) {
  process.stdout.write(usage);
  process.exit(wish.help ? 0 : 2);
}
const demo = JSON.parse(readFileSync(join(wish.data, 'demo.json')));
const product = new Product(demo);

/** Takes one behind the other, with a moment between them as a reload leaves it; the last one ends now. */
async function bring() {
  const [link] = await product.makeExam(`PLAYBACK-${Date.now()}`, 1);
  const upload = new Upload(demo.baseUrl);
  await upload.join(link.slice(link.indexOf('#') + 1));
  const minute = makeMinute();
  const [takes, minutes] = [Number(wish.takes), Number(wish.minutes) / Number(wish.takes)];
  const every = minutes * 60_000 + pauseMillis;
  const first = Date.now() - takes * every;
  let bytes = 0;
  for (let take = 0; take < takes; take += 1) {
    const startedAt = new Date(first + take * every);
    const before = take === 0 ? undefined : { cause: 'PAGE_RELOAD', at: startedAt.toISOString() };
    bytes += await upload.take(segmentsOf(minute, minutes), startedAt, before);
    process.stderr.write(`take ${take + 1} of ${takes} is sent\n`);
  }
  await upload.finish();
  process.stderr.write(`${(bytes / 1e6).toFixed(0)} MB are there\n`);
  return upload.attempt;
}

const attempt = wish.attempt ?? (await bring());
const report = await until(
  async () => {
    const now = await product.report(attempt);
    return now?.verified === true && now;
  },
  'the recording is verified',
  1_800_000,
);
// The film is older than the attempt that brought it, as nobody waits for three hours
const timelineFrom = Math.min(Date.parse(report.from), ...report.takes.map(({ startedAt }) => Date.parse(startedAt)));
const recordedSeconds = report.takes.reduce((sum, take) => sum + take.recordedSeconds, 0);
const profile = mkdtempSync(join(tmpdir(), 'playback-'));
const reviewer = new Reviewer(demo.baseUrl, profile);
const [opens, seeks] = [[], []];
try {
  await reviewer.signIn(demo.staff.find(({ name }) => name === 'reviewer'));
  for (let i = 0; i < Number(wish.opens); i += 1) opens.push(await reviewer.open(attempt));
  const next = random(1);
  for (let i = 0; i < Number(wish.seeks); i += 1) {
    if (i === Math.floor(Number(wish.seeks) / 2)) await reviewer.play();
    const seek = await reviewer.seek(0.01 + next() * 0.98, timelineFrom);
    seeks.push(seek.millis);
  }
} finally {
  await reviewer.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

const sorted = (values) => [...values].sort((a, b) => a - b);
const row = (what, values, promised) => {
  const all = sorted(values);
  const [median, worst] = [all[Math.floor((all.length - 1) / 2)], all.at(-1)];
  const kept = worst < promised;
  process.stdout.write(
    `| ${what} | ${all.length} | ${median} ms | ${worst} ms | ${promised} ms | ${kept ? 'yes' : '**no**'} |\n`,
  );
  return kept;
};
process.stdout.write('| | Times | Median | Worst | Promised | Kept |\n|---|---|---|---|---|---|\n');
const half = Math.floor(seeks.length / 2);
const kept = [
  row('First picture, from asking for the page', opens, firstPromised),
  row('Seek, paused', seeks.slice(0, half), seekPromised),
  row('Seek, playing', seeks.slice(half), seekPromised),
];
const commit = spawnSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).stdout.trim();
process.stdout.write(
  `\n${(recordedSeconds / 60).toFixed(1)} minutes in ${report.takes.length} takes; commit ${commit}; ${cpus().length} cores (${cpus()[0].model.trim()}).\n`,
);
process.exit(kept.every(Boolean) ? 0 : 1);
