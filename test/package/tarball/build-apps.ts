import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { build as buildWithEsbuild } from 'esbuild';
import { rollup } from 'rollup';
import { build as buildWithVite } from 'vite';
import webpack from 'webpack';
import type { Partner } from './install-package.js';

/** What a bundler is to do. */
interface AppBuild {
  readonly folder: string;
  readonly entry: string;
  /** Where the files go: `app.js`, and what it loads. */
  readonly out: string;
}

/** Builds a partner's page for production, with code splitting, as the documentation of the bundler shows it. */
type AppBuilder = (build: AppBuild) => Promise<unknown>;

const withVite: AppBuilder = ({ folder, entry, out }) =>
  buildWithVite({
    configFile: false,
    root: folder,
    base: './',
    logLevel: 'silent',
    build: {
      outDir: out,
      emptyOutDir: true,
      rolldownOptions: { input: entry, output: { entryFileNames: 'app.js' } },
    },
  });

const withRollup: AppBuilder = async ({ entry, out }) => {
  const bundle = await rollup({ input: { app: entry }, plugins: [nodeResolve({ browser: true })] });
  await bundle.write({ dir: out, format: 'es' });
};

const withEsbuild: AppBuilder = ({ entry, out }) =>
  buildWithEsbuild({
    entryPoints: { app: entry },
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    outdir: out,
  });

const withWebpack: AppBuilder = ({ folder, entry, out }) =>
  new Promise<void>((resolve, reject) => {
    webpack(
      {
        mode: 'production',
        context: folder,
        entry: { app: entry },
        output: { path: out, publicPath: 'auto', filename: '[name].js' },
        performance: false,
      },
      (failure, stats) => {
        if (failure) reject(failure);
        else if (stats?.hasErrors()) reject(new Error(stats.toString('errors-only')));
        else resolve();
      },
    );
  });

const BUILDERS = { Vite: withVite, webpack: withWebpack, Rollup: withRollup, esbuild: withEsbuild };

export type BundlerName = keyof typeof BUILDERS;
export const BUNDLER_NAMES = Object.keys(BUILDERS) as BundlerName[];

/** Builds a page that only imports the tag. Returns the folder of its files, `app.js` and what that loads. */
export async function buildApp(bundler: BundlerName, { folder }: Partner): Promise<string> {
  const out = join(folder, `app-${bundler}`);
  const entry = join(folder, 'src', 'app.js');
  mkdirSync(join(folder, 'src'), { recursive: true });
  writeFileSync(entry, `import 'enkash-vkyc-button/define.js';\n`);
  await BUILDERS[bundler]({ folder, entry, out });
  return out;
}
