// Measures what a reload, a killed browser and a cut network cost: node lab.mjs [case] [rounds], see README.md.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { timesOf } from './frames.mjs';
import { startServer } from './server.mjs';

const frontend = join(import.meta.dirname, '../../web-module/src/main/frontend');
const { build } = createRequire(join(frontend, 'package.json'))('esbuild');
/** A case is named form-key-slice, both in milliseconds. */
const usual = ['mp4-250-100', 'webm-2000-100'];
const browserName = process.env.BROWSER ?? 'chromium';
const folder = mkdtempSync(join(tmpdir(), 'recorder-lab-'));
const wait = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

async function until(so, what, limit = 60_000) {
  for (const end = performance.now() + limit; !so();) {
    if (performance.now() > end) throw new Error(`It never came about that ${what}`);
    await wait(25);
  }
}

async function bundle(entry, name, options) {
  const outfile = join(folder, name);
  const result = await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    ...options,
  });
  if (result.errors.length > 0) throw new Error(`Can't bundle ${entry}`);
  return outfile;
}

function launch(lab, profile, query) {
  const url = `${lab.url}/?${query}`;
  if (browserName.includes('firefox')) {
    writeFileSync(
      join(profile, 'user.js'),
      'user_pref("media.navigator.permission.disabled", true);\nuser_pref("media.navigator.streams.fake", true);\nuser_pref("browser.sessionstore.resume_from_crash", false);\n',
    );
    return started(
      spawn(browserName, ['-headless', '-no-remote', '-profile', profile, url], {
        stdio: 'ignore',
        detached: true,
      }),
    );
  }
  const flags = [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    '--hide-crash-restore-bubble',
    `--user-data-dir=${profile}`,
    url,
  ];
  return started(spawn(browserName, flags, { stdio: 'ignore', detached: true }));
}

const running = new Set();

function started(child) {
  running.add(child);
  return child;
}

async function kill(child) {
  running.delete(child);
  const gone = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid, 'SIGKILL');
  await gone;
}

/** Each round: record a few seconds, strike, and let the page come back. */
const strikes = {
  async reload(lab) {
    await until(() => lab.order !== undefined, 'the page takes orders');
    const lives = lab.lives.length;
    lab.order('reload');
    await until(() => lab.lives.length > lives && lab.hidden.length >= lives, 'the page is back');
  },
  async kill(lab, again, browser) {
    const lives = lab.lives.length;
    lab.hidden.push(Date.now());
    await kill(browser);
    const next = again();
    await until(() => lab.lives.length > lives, 'the browser is back');
    return next;
  },
  async cut(lab) {
    lab.network = 'HANGING';
    await wait(10_000);
    lab.network = 'REFUSING';
    await wait(10_000);
    lab.network = 'UP';
  },
};

async function measure(name, strike, rounds, tools) {
  const lab = await startServer(tools.script, tools.FakeServer);
  const profile = mkdtempSync(join(folder, 'profile-'));
  const [form, key, slice] = name.split('-');
  const again = () => launch(lab, profile, new URLSearchParams({ form, key, slice }));
  let browser = again();
  const cameras = () => lab.cameras.length;
  for (let round = 0; round < rounds; round += 1) {
    await until(() => cameras() > (strike === 'cut' ? 0 : round), 'the camera is on');
    await wait(3_000 + Math.random() * 2_000);
    browser = (await strikes[strike](lab, again, browser)) ?? browser;
  }
  await until(() => lab.order !== undefined && cameras() > (strike === 'cut' ? 0 : rounds), 'the last page records');
  await wait(3_000);
  lab.order('finish');
  await until(() => lab.progress?.state === 'COMPLETE', 'all is uploaded', 120_000);
  await kill(browser);
  lab.close();
  return lab;
}

function filmOf(lab, name) {
  return [...lab.fake.takes]
    .map(([takeId, take], index) => {
      const bytes = lab.fake.recorded(takeId);
      const file = join(folder, `${name}-${index}.${name.startsWith('mp4') ? 'mp4' : 'webm'}`);
      writeFileSync(file, bytes);
      const announcement = JSON.parse(take.announcement);
      const times = timesOf(file, Date.now());
      return { times, bytes: bytes.length, startedAt: Date.parse(announcement.startedAt), before: announcement.before };
    })
    .filter((take) => take.times.length > 0)
    .sort((a, b) => a.times[0] - b.times[0]);
}

/** What was lost besides the time that no page ran: before the page went, and after the next one's script began. */
function lossesOf(lab, film) {
  return lab.hidden.slice(0, lab.lives.length - 1).map((hidden, index) => {
    const begun = lab.lives[index + 1];
    const last = Math.max(...film.flatMap((take) => take.times).filter((time) => time <= hidden));
    const first = Math.min(...film.flatMap((take) => take.times).filter((time) => time >= begun));
    return { tail: hidden - last, head: first - begun, lost: hidden - last + first - begun, pageless: begun - hidden };
  });
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? NaN;
const words = (values) => `${(median(values) / 1000).toFixed(2)} (${(Math.max(...values) / 1000).toFixed(2)})`;

/** The longest time without a frame while a page ran: the camera's stalls, and the seam between two takes. */
function longestStall(lab, film) {
  const times = film.flatMap((take) => take.times).sort((a, b) => a - b);
  const gaps = times.slice(1).map((to, index) => ({ from: times[index], to }));
  const within = gaps.filter(({ from, to }) => !lab.hidden.some((hidden) => from <= hidden && hidden <= to));
  return Math.max(...within.map(({ from, to }) => to - from));
}

function tell(name, strike, lab, film) {
  const bits = film.reduce((sum, take) => sum + take.bytes * 8, 0);
  const millis = film.reduce((sum, take) => sum + take.times.at(-1) - take.times[0], 0);
  const losses = lossesOf(lab, film);
  const of = (part) => words(losses.map((loss) => loss[part]));
  const lost = `lost ${of('lost')} s = tail ${of('tail')} + head ${of('head')}, no page for ${of('pageless')}; `;
  console.log(
    `${name} ${strike}, ${Math.max(1, losses.length)} rounds: ${losses.length > 0 ? lost : ''}` +
      `longest stall ${(longestStall(lab, film) / 1000).toFixed(2)} s in ${Math.round(millis / 1000)} s; ` +
      `${film.length} takes, ${Math.round(bits / millis)} kbit/s, ` +
      `stated start off by ${words(film.map((take) => take.startedAt - take.times[0]))} s`,
  );
}

const [wanted = '', rounds = '6', only = ''] = process.argv.slice(2);
const script = (
  await build({
    entryPoints: [join(import.meta.dirname, 'page.ts')],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    nodePaths: [join(frontend, 'node_modules')],
  })
).outputFiles[0].text;
const { FakeServer } = await import(
  pathToFileURL(await bundle(join(frontend, 'test/fake-server.ts'), 'fake-server.mjs', { platform: 'node' }))
);
try {
  for (const name of wanted === '' ? usual : wanted.split(',')) {
    for (const strike of Object.keys(strikes).filter((one) => one.includes(only))) {
      const lab = await measure(name, strike, strike === 'cut' ? 1 : Number(rounds), { script, FakeServer });
      tell(name, strike, lab, filmOf(lab, `${name}`));
    }
  }
} finally {
  await Promise.all([...running].map(kill));
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
