import { copyFile, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { docsPlugin } from '../../demo/docs/docs-plugin.js';

const root = join(import.meta.dirname, '../..');

/** The page of the demo, with its servers inside: what refers to servers of `npm start` is left out. */
const withMockServers = (): Plugin => ({
  name: 'with-mock-servers',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) =>
      html
        .replace('/demo/page/main.ts', '/demo/site/main.ts')
        .replace(
          /Four\s+servers\s+on\s+this\s+computer\s+simulate/,
          'A service worker in this page simulates',
        )
        .replace(/<a href="\/demo\/gallery[^>]*>[^<]*<\/a>/, ''),
  },
});

/** The list of files with side effects in package.json is that of the package, and would drop those of its sources. */
const keepSideEffects = (): Plugin => ({
  name: 'keep-side-effects',
  transform: (code, id) =>
    /^\/(?:demo|src)\//.test(id.slice(root.length))
      ? { code, map: null, moduleSideEffects: 'no-treeshake' }
      : null,
});

/**
 * Builds the demo as a static site, which works below any path and needs no server but one for files.
 * @param outDir an empty or missing folder; anything in it is removed
 */
export async function buildDemoSite(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root,
    base: './',
    publicDir: false,
    logLevel: 'error',
    resolve: {
      conditions: ['module', 'browser', 'production'],
      alias: { tldts: join(root, 'demo/site/no-public-suffixes.ts') },
    },
    plugins: [withMockServers(), keepSideEffects(), docsPlugin()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      // else light-dark() is replaced by variables that do not follow the theme of the wallet
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: [join(root, 'index.html'), join(root, 'demo/site/call.html')],
      },
    },
  });
  const require = createRequire(import.meta.url);
  await copyFile(require.resolve('msw/mockServiceWorker.js'), join(outDir, 'mockServiceWorker.js'));
  const page = await readFile(join(outDir, 'index.html'), 'utf8');
  if (/(?:src|href)="\/(?!\/)/.test(page))
    throw new Error('The page has an address that only works at the root.');
}
