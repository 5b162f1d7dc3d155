/** `npm run size`: holds what was built against the budgets, as a browser would fetch it (brotli, quality 11). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'vite';

interface Weighed {
  name: string;
  code: string;
  /** Bytes after compression. Half of it is the floor: below it, code is missing. */
  budget: number;
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
  { name: 'the CDN file', code: readBuilt('cdn/enkash-vkyc-button.js'), budget: 12_000 },
  { name: 'ESM without Lit', code: await bundleWithoutLit(), budget: 6_500 },
  ...furtherLocales.map((file) => ({
    name: `locales/${file}`,
    code: readBuilt(`cdn/locales/${file}`),
    budget: 1_000,
  })),
];

const verdict = (bytes: number, budget: number) => {
  if (bytes > budget) return 'over budget';
  return bytes < budget / 2 ? 'suspiciously small: is code missing?' : 'ok';
};

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(2)} kB`.padStart(9);

for (const { name, code, budget } of weighed) {
  const bytes = brotliBytes(code);
  const judged = verdict(bytes, budget);
  console.log(`${name.padEnd(18)}${kilobytes(bytes)} of${kilobytes(budget)}  ${judged}`);
  if (judged !== 'ok') process.exitCode = 1;
}
