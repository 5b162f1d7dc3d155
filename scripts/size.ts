/**
 * `npm run size`: weighs what was built as a browser would fetch it (brotli, quality 11) and holds it against the
 * design's budget and against a ceiling. The ceiling is what fails: where the budget has not been reached, it keeps the
 * distance from growing, and comes down with every saving.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'vite';

interface Weighed {
  name: string;
  code: string;
  /** What the design asks for, in bytes after compression. */
  budget: number;
  /** What fails the check. Half of it is the floor: below it, code is missing. */
  ceiling: number;
}

const dist = join(import.meta.dirname, '../dist');

const brotliBytes = (code: string) =>
  brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } })
    .byteLength;

/** What `index.js` and `define.js` add to a partner's own bundle that has Lit already. */
const bundleWithoutLit = async () => {
  const bundles = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      lib: { formats: ['es'], entry: [join(dist, 'index.js'), join(dist, 'define.js')] },
      rolldownOptions: {
        external: /^@?lit(\/|$)/,
        output: {
          minify: { compress: true, mangle: true, codegen: { removeWhitespace: true } },
          comments: false,
        },
      },
    },
  });
  return [bundles]
    .flat()
    .flatMap((bundle) => ('output' in bundle ? bundle.output : []))
    .map((file) => (file.type === 'chunk' ? file.code : ''))
    .join('\n');
};

const readBuilt = (path: string) => readFileSync(join(dist, path), 'utf8');

const furtherLocales = readdirSync(join(dist, 'cdn/locales')).filter(
  (file) => file.endsWith('.js') && file !== 'en.js',
);

const weighed: Weighed[] = [
  { name: 'the CDN file', code: readBuilt('cdn/enkash-vkyc-button.js'), budget: 12_000, ceiling: 29_400 },
  { name: 'ESM without Lit', code: await bundleWithoutLit(), budget: 6_500, ceiling: 24_500 },
  ...furtherLocales.map((file) => ({
    name: `locales/${file}`,
    code: readBuilt(`cdn/locales/${file}`),
    budget: 1_000,
    // letters of Indian scripts take three bytes each, and some 90 texts have to be said
    ceiling: 2_400,
  })),
];

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(2)} kB`.padStart(9);

const verdict = (bytes: number, { budget, ceiling }: Weighed) => {
  if (bytes > ceiling) return `FAILED: above the ceiling of ${kilobytes(ceiling).trim()}`;
  if (bytes < ceiling / 2) return 'FAILED: suspiciously small, is code missing?';
  return bytes > budget ? `over the budget by ${kilobytes(bytes - budget).trim()}` : 'ok';
};

for (const item of weighed) {
  const bytes = brotliBytes(item.code);
  const judged = verdict(bytes, item);
  console.log(`${item.name.padEnd(18)}${kilobytes(bytes)} of${kilobytes(item.budget)}  ${judged}`);
  if (judged.startsWith('FAILED')) process.exitCode = 1;
}
