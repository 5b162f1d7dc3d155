import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { build } from 'vite';
import { servePage } from '../../demo/page-server.js';
import { canUseSandbox, quietFlags } from '../chromium-flags.js';
import { requirePath } from '../requirements.js';

const root = join(import.meta.dirname, '../..');
const built = join(root, '.cache/gallery');

/** The gallery on a local server, and a browser to look at it. */
export interface Gallery {
  readonly origin: string;
  readonly browser: Browser;
  close(): Promise<void>;
}

/** Builds the gallery's pages, serves them and starts a browser. */
export async function openGallery(): Promise<Gallery> {
  await buildPages();
  const server = await servePage({ page: { files: built }, port: 0, proxy: {}, open: false });
  const browser = await chromium.launch({
    executablePath: requirePath('chromium'),
    chromiumSandbox: canUseSandbox,
    args: [...quietFlags],
  });
  return {
    origin: server.origin,
    browser,
    async close() {
      await browser.close();
      await server.stop();
    },
  };
}

async function buildPages(): Promise<void> {
  const pages = join(root, 'demo/gallery');
  const callPage = join(root, 'test/support/gallery/call.html');
  const input = [join(pages, 'index.html'), join(pages, 'scene.html'), callPage];
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: built,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: false,
      // package.json lists side effects of files in dist/ only, so tree shaking would drop imports of src/
      rolldownOptions: { input, treeshake: false },
    },
  });
}
