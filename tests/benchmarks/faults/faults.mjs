// Records through failures and counts what was lost: node tests/benchmarks/faults/faults.mjs --help
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { janusMissing } from './janus.mjs';
import { Product } from './product.mjs';
import { ownFaults, sharedFaults } from './schedule.mjs';
import { Services } from './services.mjs';
import { sit } from './sitting.mjs';
import { tableOf } from './table.mjs';

const usage = `Usage: node tests/benchmarks/faults/faults.mjs [options]      (mvn package -pl ear -am -DskipTests before it)
  --runs N      recordings, one to three faults each (200)
  --from N      go on with this run (0)
  --seed N      what happens follows from it (1)
  --at-once N   browsers that record at the same time (4)
  --seconds N   that each records at least (32)
  --out DIR     runs.jsonl and table.md (target/faults); what is there is gone on with
  --janus       cut the line of a browser, too, that is recorded by Janus; left out where Janus is not installed
  --table       only make the table anew from runs.jsonl
Needs Chromium, ffmpeg, PostgreSQL. Ends with 1 when a run lost what may not be lost.
`;

const number = (fallback) => ({ type: 'string', default: String(fallback) });
const { values: wish } = parseArgs({
  options: {
    runs: number(200),
    from: number(0),
    seed: number(1),
    'at-once': number(4),
    seconds: number(32),
    out: { type: 'string', default: resolve(import.meta.dirname, '../target/faults') },
    janus: { type: 'boolean', default: false },
    table: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (wish.help) {
  process.stdout.write(usage);
  process.exit(0);
}
const [seed, atOnce, until] = [Number(wish.seed), Number(wish['at-once']), Number(wish.from) + Number(wish.runs)];
mkdirSync(wish.out, { recursive: true });
const log = join(wish.out, 'runs.jsonl');
const done = () =>
  existsSync(log)
    ? readFileSync(log, 'utf8')
        .trim()
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    : [];

let stop = () => Promise.resolve();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop().finally(() => process.exit(130)));

const noJanus = wish.janus ? janusMissing() : 'it is not wanted';
const janus = noJanus === undefined;
if (wish.janus && !janus) process.stdout.write(`Without Janus: ${noJanus}\n`);

/** The runs of one sitting: those who sit at the same time, and what they have in common. */
function planOf(sitting) {
  const common = sharedFaults(seed, sitting);
  const runs = Array.from({ length: atOnce }, (_, seat) => {
    const run = sitting * atOnce + seat;
    return { run, seat, faults: ownFaults(seed, run, seat, common) };
  });
  return { sitting, common, runs, seconds: Number(wish.seconds), janus };
}

async function measure() {
  const known = new Set(
    done()
      .filter((run) => run.seed === seed)
      .map(({ run }) => run),
  );
  const commit = spawnSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).stdout.trim();
  const write = (result) => {
    appendFileSync(log, `${JSON.stringify({ seed, commit, ...result })}\n`);
    process.stdout.write(`${lineOf(result)}\n`);
  };
  let sitting = Math.floor(Number(wish.from) / atOnce);
  while (sitting * atOnce < until) {
    const folder = mkdtempSync(join(tmpdir(), 'faults-'));
    chmodSync(folder, 0o711); // PostgreSQL runs as a user of its own
    const services = new Services(folder);
    stop = () => services.stop();
    try {
      await services.start();
      // A sitting that comes to no end leaves nothing that the next one could rely on
      for (let whole = true; whole && sitting * atOnce < until; sitting += 1) {
        const plan = planOf(sitting);
        if (plan.runs.every(({ run }) => known.has(run))) continue;
        const results = await sit(plan, { services, product: new Product(services.demo), folder, seed }).catch(
          (problem) => {
            whole = false;
            return plan.runs.map(({ run, faults }) => ({
              run,
              faults: [...plan.common, ...faults],
              failure: String(problem),
            }));
          },
        );
        results.filter(({ run }) => run < until).forEach(write);
      }
    } finally {
      await services.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  }
}

function lineOf({ run, faults, ofPages = [], others = [], stalls = [], differences = [], lostAtJanus, failure }) {
  const what = faults.map(({ kind }) => kind).join(', ') || 'nothing';
  const lost = [...ofPages, ...others].map(({ kind, lost }) => `${kind} ${lost}`).join(', ') || 'nothing';
  const machine =
    stalls.length > 0 ? `; the machine stalled for ${stalls.map(({ stalled }) => stalled).join(', ')} ms` : '';
  const sfu = lostAtJanus === undefined ? '' : `; at Janus ${lostAtJanus}`;
  return `run ${run}: ${what}: ${failure ?? `lost, in ms: ${lost}${machine}${sfu}`}${differences.length > 0 ? `; BUT ${differences.join('; ')}` : ''}`;
}

if (!wish.table) await measure();
const { text, kept } = tableOf(done());
writeFileSync(join(wish.out, 'table.md'), text);
process.stdout.write(text);
process.exit(kept ? 0 : 1);
