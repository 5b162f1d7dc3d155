import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { compile } from 'svelte/compiler';
import { build, type InlineConfig, type Plugin } from 'vite';
import type { CleanupScope } from '../browser/cleanup-scope.js';

const root = join(import.meta.dirname, '../../..');

/** Which React the app's `react` and `react-dom` are. */
export type ReactVersion = 18 | 19;

const svelte: Plugin = {
  name: 'svelte',
  transform: (code, id) =>
    id.endsWith('.svelte') ? compile(code, { filename: id, dev: true, css: 'external' }).js : null,
};

const aliases = (react: ReactVersion) => [
  // Apps import the sources, so that they type-check without a build, and run against the built files.
  { find: /^.*\/src\/define\.js$/, replacement: join(root, 'dist/define.js') },
  { find: /^.*\/src\/react\/index\.js$/, replacement: join(root, 'dist/react.js') },
  { find: /^.*\/src\/vue\/index\.js$/, replacement: join(root, 'dist/vue.js') },
  ...(react === 18 ? [{ find: /^react(-dom)?(?=$|\/)/, replacement: 'react$1-18' }] : []),
  // Vue's build that compiles templates in the browser.
  { find: /^vue$/, replacement: 'vue/dist/vue.esm-bundler.js' },
];

async function bundled(app: string, react: ReactVersion, config: InlineConfig): Promise<string> {
  const result = await build({
    ...config,
    root,
    configFile: false,
    mode: 'development',
    logLevel: 'error',
    plugins: [svelte],
    resolve: { alias: aliases(react) },
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
    },
    build: {
      ...config.build,
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, 'apps', app), formats: ['es'] },
      // The parts that the element loads later are in the script, too.
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [output] = Array.isArray(result) ? result : [];
  const [chunk] = output?.output ?? [];
  if (chunk?.type !== 'chunk') throw new Error(`${app} was not bundled into a script.`);
  return chunk.code;
}

/** Bundles an app of `apps/` into one script for the browser, in development mode: with the framework's warnings. */
export const bundleForBrowser = (app: string, react: ReactVersion = 19): Promise<string> =>
  bundled(app, react, {});

/** Renders an app of `apps/` to HTML, in a Node process of its own. */
export async function renderOnServer(
  scope: CleanupScope,
  app: string,
  endpoint: string,
  react: ReactVersion = 19,
): Promise<string> {
  const code = await bundled(app, react, { ssr: { noExternal: true }, build: { ssr: true } });
  const folder = await mkdtemp(join(tmpdir(), 'vkyc-frameworks-'));
  scope.after(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'app.mjs'), code);
  const print = 'import("./app.mjs").then(({ render }) => render(process.argv[1])).then(console.log)';
  const { stdout } = await promisify(execFile)(process.execPath, ['--eval', print, endpoint], {
    cwd: folder,
  });
  return stdout.trimEnd();
}
