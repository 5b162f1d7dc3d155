import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build, type Plugin } from 'vite';
import type { Look } from './read-look.js';
import type { Subject } from './subjects.js';

/** A subject as a partner's bundler makes it: minified ES modules, with everything that it imports. */
export interface Bundle {
  /** The code by file name. */
  readonly files: ReadonlyMap<string, string>;
  readonly entry: string;
  /** Bytes of the entry and its static imports, each compressed with brotli. */
  readonly firstBytes: number;
  /** Bytes of what it imports later. */
  readonly laterBytes: number;
}

/** Where the modules of a bundle come from. */
export interface BundleSources {
  /** The folder in which the peers are installed. */
  readonly peers: string;
  /** The folder of our build. */
  readonly dist: string;
  /** What the twins look like; without it, they have no look. */
  readonly look?: Look;
}

/** Stands for an entry without a file. */
const ENTRY = join(import.meta.dirname, 'page/entry.js');
const LOOK = 'virtual:ready-look';
const NO_LOOK: Look = { markup: '', css: '', attributes: [] };

const brotliBytes = (code: string): number =>
  brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } })
    .byteLength;

const findModules = ({ entry }: Subject, { peers, look = NO_LOOK }: BundleSources): Plugin => ({
  name: 'subject',
  enforce: 'pre',
  resolveId(id, importer) {
    if (id === ENTRY || id === LOOK) return id;
    // the peers are installed elsewhere; Lit, which is not, is found from there, too
    const isOurs = importer?.startsWith(import.meta.dirname);
    const isPackage = /^[@a-z]/.test(id) && !id.startsWith('enkash-');
    return isOurs && isPackage ? this.resolve(id, join(peers, 'package.json'), { skipSelf: true }) : null;
  },
  load(id) {
    if (id === ENTRY && 'source' in entry) return entry.source;
    if (id !== LOOK) return null;
    return Object.entries(look)
      .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
      .join('\n');
  },
});

/** Bundles a subject, the same way for all of them. */
export async function bundleSubject(subject: Subject, sources: BundleSources): Promise<Bundle> {
  const { entry } = subject;
  const bundles = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [findModules(subject, sources)],
    resolve: {
      mainFields: ['module', 'main'],
      alias: { 'enkash-vkyc-button/define.js': join(sources.dist, 'define.js') },
    },
    build: {
      write: false,
      target: 'es2022',
      lib: { formats: ['es'], entry: 'file' in entry ? entry.file : ENTRY, fileName: 'entry' },
      rolldownOptions: {
        output: {
          entryFileNames: 'entry.js',
          chunkFileNames: '[name].js',
          minify: { compress: true, mangle: true, codegen: { removeWhitespace: true } },
          comments: false,
        },
      },
    },
  });
  const outputs = [bundles].flat().flatMap((one) => ('output' in one ? one.output : []));
  const chunks = outputs.filter((file) => file.type === 'chunk');
  const first = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
  // a set also visits what is added to it meanwhile
  for (const name of first)
    chunks.find(({ fileName }) => fileName === name)?.imports.forEach((each) => first.add(each));
  const bytesOf = (isFirst: boolean) =>
    chunks
      .filter(({ fileName }) => first.has(fileName) === isFirst)
      .reduce((sum, { code }) => sum + brotliBytes(code), 0);
  return {
    files: new Map(chunks.map(({ fileName, code }) => [fileName, code])),
    entry: 'entry.js',
    firstBytes: bytesOf(true),
    laterBytes: bytesOf(false),
  };
}
