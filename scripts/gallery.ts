/**
 * `npm run gallery`: photographs every state of the element into `gallery/`, one picture for each act of the gallery and
 * each look: theme × language × width; then forced colours, and 400 % zoom. Look at them before a change of looks.
 */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions } from 'playwright-core';
import { build } from 'vite';
import { viewParameters, type ViewOptions } from '../test/support/gallery/view-options.js';
import { servePage } from '../demo/page-server.js';
import { isRoot, quietFlags } from './chromium-flags.js';
import { findChromium } from './find-browser.js';

const root = join(import.meta.dirname, '..');
const pages = join(root, 'demo/gallery');
const pictures = join(root, 'gallery');
const built = join(root, '.cache/gallery');
/** As many looks at once as this: more only wait for the processor. */
const AT_ONCE = 2;

/** Milliseconds that all the scenes of one look may take. */
const PATIENCE = 60_000;

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
  // What is left of 1280 pixels at 400 %: 320, each four times as large.
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
      // package.json tells what of dist/ has side effects, and so nothing of src/
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
  const broken = page.waitForEvent('pageerror', { timeout: PATIENCE }).then(({ message }) => {
    throw new Error(`${folder}: ${message}`);
  });
  const played = page.locator('html[data-rendered]').waitFor({ state: 'attached', timeout: PATIENCE });
  await Promise.race([played, broken]);
  for (const act of await page.locator('section').all()) {
    const name = (await act.getAttribute('id')) ?? '';
    await act.screenshot({ path: join(pictures, folder, `${name}.png`), animations: 'disabled' });
  }
  await context.close();
}

const start = performance.now();
await rm(pictures, { recursive: true, force: true });
await mkdir(pictures, { recursive: true });
await buildPages();
const server = await servePage({ page: { files: built }, port: 0, proxy: {}, open: false });
const browser = await chromium.launch({
  executablePath: findChromium(),
  chromiumSandbox: !isRoot,
  args: [...quietFlags],
});
try {
  const waiting = shoots.values();
  const work = async () => {
    for (const one of waiting) await shoot(browser, server.origin, one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
} finally {
  await browser.close();
  await server.stop();
}
console.log(
  `${shoots.length} looks photographed into gallery/, after ${((performance.now() - start) / 1000).toFixed(0)} s.`,
);
