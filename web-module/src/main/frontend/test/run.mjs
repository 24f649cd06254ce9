// Bundles every test/**/*.test.ts and runs them with Node's own runner: words to the console, JUnit XML to
// target/frontend-tests.xml. An argument narrows the run to the files whose name holds it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const target = join(import.meta.dirname, '../../../../target');
const out = join(target, 'frontend-test-classes');
const wanted = process.argv[2] ?? '';
const tests = readdirSync('test', { recursive: true })
  .filter((name) => name.endsWith('.test.ts') && name.includes(wanted))
  .map((name) => join('test', name));

mkdirSync(target, { recursive: true });
rmSync(out, { recursive: true, force: true });
await build({
  entryPoints: tests,
  outdir: out,
  outbase: 'test',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  outExtension: { '.js': '.mjs' },
  logLevel: 'warning',
});

const bundles = tests.map((name) => join(out, name.slice('test/'.length).replace(/\.ts$/, '.mjs')));
const reporters = [
  '--test-reporter=spec',
  '--test-reporter-destination=stdout',
  '--test-reporter=junit',
  `--test-reporter-destination=${join(target, 'frontend-tests.xml')}`,
];
const ran = spawnSync(
  process.execPath,
  ['--enable-source-maps', '--test', '--test-timeout=120000', '--test-force-exit', ...reporters, ...bundles],
  { stdio: 'inherit' },
);
process.exitCode = ran.status ?? 1;
