/**
 * `npm run gallery`: screenshots of every state of the element, written to `gallery/`: one for each act of the gallery
 * and each look (theme × language × width, forced colours, 400 % zoom). Compare them when you change a style sheet.
 */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions } from 'playwright-core';
import { build } from 'vite';
import { viewParameters, type ViewOptions } from '../test/support/gallery/view-options.js';
import { servePage } from '../demo/page-server.js';
import { canUseSandbox, quietFlags } from './chromium-flags.js';
import { requirePath } from './requirements.js';

const root = join(import.meta.dirname, '..');
const pages = join(root, 'demo/gallery');
const screenshots = join(root, 'gallery');
const built = join(root, '.cache/gallery');
/** Looks at the same time; more are not faster on two cores. */
const CONCURRENCY = 2;

/** For all scenes of one look. */
const TIMEOUT_MS = 60_000;

/** A look, and the folder for its screenshots. */
interface Shoot {
  readonly folder: string;
  readonly look: ViewOptions;
  readonly device?: BrowserContextOptions;
}

const looks: readonly ViewOptions[] = (['light', 'dark'] as const).flatMap((theme) =>
  ['en', 'hi', 'ur'].flatMap((lang) => [320, 1280].map((width) => ({ theme, lang, width }))),
);
const english: ViewOptions = { theme: 'light', lang: 'en', width: 320 };
const shoots: readonly Shoot[] = [
  ...looks.map((look) => ({ folder: `${look.lang}-${look.theme}-${look.width}px`, look })),
  ...(['light', 'dark'] as const).map((theme) => ({
    folder: `forced-colors-${theme}`,
    look: { ...english, theme },
    device: { forcedColors: 'active', colorScheme: theme } as const,
  })),
  // At 400 % a viewport of 1280 pixels is 320 CSS pixels wide, each four times as large.
  {
    folder: 'zoom-400',
    look: english,
    device: { viewport: { width: 360, height: 900 }, deviceScaleFactor: 4 },
  },
];

async function buildPages(): Promise<void> {
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

async function shoot(browser: Browser, origin: string, { folder, look, device }: Shoot): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: look.width > 1000 ? look.width + 40 : 1400, height: 900 },
    timezoneId: 'Asia/Kolkata',
    ...device,
  });
  const page = await context.newPage();
  await page.goto(`${origin}/demo/gallery/index.html?${viewParameters(look)}`, { waitUntil: 'commit' });
  const pageError = page.waitForEvent('pageerror', { timeout: TIMEOUT_MS }).then(({ message }) => {
    throw new Error(`${folder}: ${message}`);
  });
  const rendered = page.locator('html[data-rendered]').waitFor({ state: 'attached', timeout: TIMEOUT_MS });
  await Promise.race([rendered, pageError]);
  for (const act of await page.locator('section').all()) {
    const name = (await act.getAttribute('id')) ?? '';
    await act.screenshot({ path: join(screenshots, folder, `${name}.png`), animations: 'disabled' });
  }
  await context.close();
}

const start = performance.now();
await rm(screenshots, { recursive: true, force: true });
await mkdir(screenshots, { recursive: true });
await buildPages();
const server = await servePage({ page: { files: built }, port: 0, proxy: {}, open: false });
const browser = await chromium.launch({
  executablePath: requirePath('chromium'),
  chromiumSandbox: canUseSandbox,
  args: [...quietFlags],
});
try {
  const queue = shoots.entries();
  const work = async () => {
    for (const [index, one] of queue) {
      await shoot(browser, server.origin, one);
      console.log(`${index + 1}/${shoots.length} ${one.folder}`);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
} finally {
  await browser.close();
  await server.stop();
}
console.log(
  `Wrote the screenshots of ${shoots.length} looks to gallery/ in ${((performance.now() - start) / 1000).toFixed(0)} s.`,
);
