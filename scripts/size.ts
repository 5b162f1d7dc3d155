/**
 * `npm run size`: measures the built files as a browser downloads them (brotli, quality 11), against the budget of the
 * design and against a ceiling. Only the ceiling fails: where a budget is not met yet, the ceiling keeps the file from growing,
 * and is lowered with every saving. `node --import tsx scripts/size.ts FOLDER` measures another build.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'vite';

/** A file, or a bundle, with its sizes in bytes after compression. */
interface Measured {
  readonly name: string;
  readonly code: string;
  readonly budget: number;
  /** The check fails above it, and below half of it, as then code is missing. */
  readonly ceiling: number;
}

const dist = process.argv[2] ?? join(import.meta.dirname, '../dist');
if (!existsSync(join(dist, 'cdn/enkash-vkyc-button.js'))) {
  console.error('There is no build to measure. Run "npm run build" first.');
  process.exit(1);
}

const brotliBytes = (code: string) =>
  brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } })
    .byteLength;

/** What a partner's bundler makes of `define.js`, minified and without Lit: one text per file, the first is the entry. */
const bundleWithoutLit = async () => {
  const bundles = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      lib: { formats: ['es'], entry: join(dist, 'define.js') },
      rolldownOptions: {
        external: /^@?lit(\/|$)/,
        output: {
          // a hash in a name is as good as random, and would make the size of the same code vary
          chunkFileNames: '[name].js',
          minify: { compress: true, mangle: true, codegen: { removeWhitespace: true } },
          comments: false,
        },
      },
    },
  });
  const files = [bundles].flat().flatMap((bundle) => ('output' in bundle ? bundle.output : []));
  return files.filter((file) => file.type === 'chunk');
};

/** The first load: `define.js` and what it imports statically. */
const firstLoad = (chunks: Awaited<ReturnType<typeof bundleWithoutLit>>) => {
  const names = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
  // a set also visits what is added to it meanwhile
  for (const name of names)
    chunks.find(({ fileName }) => fileName === name)?.imports.forEach((each) => names.add(each));
  return chunks.filter(({ fileName }) => names.has(fileName));
};

const readBuilt = (path: string) => readFileSync(join(dist, path), 'utf8');

const furtherLocales = readdirSync(join(dist, 'cdn/locales')).filter(
  (file) => file.endsWith('.js') && file !== 'en.js',
);

const chunks = await bundleWithoutLit();
const first = firstLoad(chunks);
const textOf = (loaded: typeof chunks) => loaded.map(({ code }) => code).join('\n');

const files: readonly Measured[] = [
  { name: 'the CDN file', code: readBuilt('cdn/enkash-vkyc-button.js'), budget: 29_000, ceiling: 38_330 },
  { name: 'ESM, first load', code: textOf(first), budget: 18_500, ceiling: 28_620 },
  {
    name: 'ESM, later',
    code: textOf(chunks.filter((chunk) => !first.includes(chunk))),
    budget: 7_500,
    ceiling: 7_500,
  },
  ...furtherLocales.map((file) => ({
    name: `locales/${file}`,
    code: readBuilt(`cdn/locales/${file}`),
    budget: 2_000,
    // versions of brotli differ by a few bytes
    ceiling: 2_010,
  })),
];

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(2)} kB`.padStart(9);

const verdict = (bytes: number, { budget, ceiling }: Measured) => {
  if (bytes > ceiling) return `FAILED: above the ceiling of ${kilobytes(ceiling).trim()}`;
  if (bytes < ceiling / 2) return 'FAILED: less than half of the ceiling; is code missing?';
  return bytes > budget ? `over the budget by ${kilobytes(bytes - budget).trim()}` : 'ok';
};

for (const file of files) {
  const bytes = brotliBytes(file.code);
  const result = verdict(bytes, file);
  console.log(`${file.name.padEnd(18)}${kilobytes(bytes)} of${kilobytes(file.budget)}  ${result}`);
  if (result.startsWith('FAILED')) process.exitCode = 1;
}
