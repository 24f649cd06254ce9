// Makes one ES-module bundle a page: src/candidate/exam.page.ts becomes candidate/exam.js. A page module exports
// start(root) and never runs by itself; the entry made here runs it. A new page needs no line in this file.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const audiences = ['candidate', 'proctor', 'review', 'admin'];
const out = join(import.meta.dirname, '../../../target/frontend');

const pages = audiences
  .filter((audience) => existsSync(join('src', audience)))
  .flatMap((audience) =>
    readdirSync(join('src', audience))
      .filter((name) => name.endsWith('.page.ts'))
      .map((name) => `${audience}/${name.slice(0, -'.page.ts'.length)}`),
  );

const runPages = {
  name: 'run-pages',
  setup(builder) {
    builder.onResolve({ filter: /^page:/ }, ({ path }) => ({ path: path.slice('page:'.length), namespace: 'page' }));
    builder.onLoad({ filter: /.*/, namespace: 'page' }, ({ path }) => ({
      contents: `import { run } from './kernel/page';\nimport { start } from './${path}.page';\nrun(start);\n`,
      loader: 'ts',
      resolveDir: 'src',
    }));
  },
};

const common = {
  bundle: true,
  minify: true,
  sourcemap: true,
  target: 'es2022',
  legalComments: 'linked',
  logLevel: 'warning',
};

rmSync(out, { recursive: true, force: true });
await build({
  ...common,
  entryPoints: pages.map((page) => ({ in: `page:${page}`, out: page })),
  format: 'esm',
  outdir: out,
  plugins: [runPages],
});
// Not modules. Two are loaded in the head: no page flashes in the wrong theme, and no camera waits for a large script.
// The third is for pages of exam platforms.
await build({
  ...common,
  entryPoints: {
    theme: 'src/kernel/theme.early.ts',
    'candidate/early': 'src/candidate/exam.early.ts',
    embed: 'src/embed/embed.early.ts',
  },
  format: 'iife',
  outdir: out,
});
console.log(
  `Built theme.js and ${pages.length} page${pages.length === 1 ? '' : 's'}: ${pages.join(', ') || 'none yet'}`,
);
