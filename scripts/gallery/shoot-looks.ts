import { join } from 'node:path';
import type { BrowserContextOptions } from 'playwright-core';
import { viewParameters, type ViewOptions } from '../../test/support/gallery/view-options.js';
import type { Gallery } from './open-gallery.js';

/** Looks at the same time; more are not faster on two cores. */
const CONCURRENCY = 2;

/** For all scenes of one look. */
const TIMEOUT_MS = 60_000;

/** A look, and the folder for its screenshots. */
interface Look {
  readonly folder: string;
  readonly view: Partial<ViewOptions>;
  readonly device?: BrowserContextOptions;
}

const themes = ['light', 'dark'] as const;

/** Theme × language × width, the brands, a dark page that says nothing of it, forced colours, 400 % zoom. */
const LOOKS: readonly Look[] = [
  ...themes.flatMap((theme) =>
    ['en', 'hi', 'ta', 'ur'].flatMap((lang) =>
      [320, 1280].map((width) => ({ folder: `${lang}-${theme}-${width}px`, view: { theme, lang, width } })),
    ),
  ),
  ...(['yellow', 'government', 'outline', 'dark-page'] as const).map((brand) => ({
    folder: `brand-${brand}`,
    view: { brand },
  })),
  ...themes.map((theme) => ({
    folder: `forced-colors-${theme}`,
    view: { theme },
    device: { forcedColors: 'active', colorScheme: theme } as const,
  })),
  // At 400 % a viewport of 1280 pixels is 320 CSS pixels wide, each four times as large.
  {
    folder: 'zoom-400',
    view: {},
    device: { viewport: { width: 360, height: 900 }, deviceScaleFactor: 4 },
  },
];

/** Writes one screenshot for each act of the gallery in each look. Returns the number of looks. */
export async function shootLooks(gallery: Gallery, target: string): Promise<number> {
  const queue = LOOKS.entries();
  const work = async () => {
    for (const [index, look] of queue) {
      await shootLook(gallery, look, join(target, look.folder));
      console.log(`${index + 1}/${LOOKS.length} ${look.folder}`);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return LOOKS.length;
}

async function shootLook({ browser, origin }: Gallery, look: Look, target: string): Promise<void> {
  const { width = 320 } = look.view;
  const context = await browser.newContext({
    viewport: { width: width > 1000 ? width + 40 : 1400, height: 900 },
    timezoneId: 'Asia/Kolkata',
    ...look.device,
  });
  const page = await context.newPage();
  await page.goto(`${origin}/demo/gallery/index.html?${viewParameters(look.view)}`, { waitUntil: 'commit' });
  const pageError = page.waitForEvent('pageerror', { timeout: TIMEOUT_MS }).then(({ message }) => {
    throw new Error(`${look.folder}: ${message}`);
  });
  const rendered = page.locator('html[data-rendered]').waitFor({ state: 'attached', timeout: TIMEOUT_MS });
  await Promise.race([rendered, pageError]);
  for (const act of await page.locator('section').all()) {
    const name = (await act.getAttribute('id')) ?? '';
    await act.screenshot({ path: join(target, `${name}.png`), animations: 'disabled' });
  }
  await context.close();
}
