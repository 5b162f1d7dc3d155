import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { until } from './customer.js';
import type { Scope } from './scope.js';
import { startServer } from './start-server.js';
import { staticPages } from './static-pages.js';

/** How the customer sees the page. */
export interface Sight {
  readonly lang: 'en' | 'hi';
  /** Of the page, in CSS pixels. */
  readonly width: number;
}

/** How far things have moved at a moment of the element's life. */
export interface Movement {
  readonly moment: string;
  /** CSS pixels from where the neighbour below the element was before the script came. */
  readonly neighbour: number;
  /** The browser's layout shifts since the moment before, summed; those right after a click count too. */
  readonly shift: number;
}

/** What one request to the session endpoint gets. */
export type Answer = () => Response;

/** A page whose script and whose answers come when the test says so, with a neighbour below the element. */
export interface StillPage {
  readonly page: Page;
  /** Lets the element's script come. */
  bringScript(): void;
  /** Answers the request that waits, or the next one to come. */
  answer(answer: Answer): Promise<void>;
  /** Tells how far things have moved, once all is drawn. */
  look(moment: string): Promise<Movement>;
}

const HTML = { 'content-type': 'text/html; charset=utf-8' };

/** The style that README.md recommends for the time before the script. */
const documentedStyle = (): string => {
  const readme = readFileSync('README.md', 'utf8');
  const start = readme.indexOf('enkash-vkyc-button:not(:defined)');
  if (start < 0) throw new Error('README.md has no style for enkash-vkyc-button:not(:defined).');
  return readme.slice(start, readme.indexOf('}', start) + 1);
};

const pageIn = (lang: string): string => `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A page that stays still</title>
<link rel="icon" href="data:,">
<style>${documentedStyle()}</style>
<script>
  globalThis.shift = 0;
  globalThis.countShifts = (entries) => entries.forEach(({ value }) => (shift += value));
  globalThis.shifts = new PerformanceObserver((list) => countShifts(list.getEntries()));
  shifts.observe({ type: 'layout-shift', buffered: true });
</script>
<script type="module" src="/dist/cdn/enkash-vkyc-button.js"></script>
<script type="module" src="/dist/cdn/locales/hi.js"></script>
</head>
<body>
<p>Above</p>
<div>
  <enkash-vkyc-button working-hours="00:00-24:00" working-days="mon-sun" allowed-link-hosts="127.0.0.1"></enkash-vkyc-button>
</div>
<p id="neighbour">Below</p>
</body>
</html>`;

/** Resolves with the shifts since it last ran, after frames enough for what has changed to be drawn and told. */
const DRAWN = `(async () => {
  await document.querySelector('enkash-vkyc-button').updateComplete;
  for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
  countShifts(shifts.takeRecords());
  const since = shift;
  shift = 0;
  return since;
})()`;

/** Opens the page in a profile that is gone with the scope. */
export const openStillPage = async (
  scope: Scope,
  browser: Browser,
  { lang, width }: Sight,
): Promise<StillPage> => {
  let bringScript: () => void = () => undefined;
  const script = new Promise<void>((resolve) => (bringScript = resolve));
  const waiting: ((response: Response) => void)[] = [];
  const files = staticPages({ folders: { '/dist/': 'dist' } });
  const { origin } = await startServer(scope, async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/') return new Response(pageIn(lang), { headers: HTML });
    if (pathname === '/call') return new Response('<!doctype html><title>Call</title>', { headers: HTML });
    if (pathname.startsWith('/session/')) return new Promise((resolve) => waiting.push(resolve));
    await script;
    return files(request);
  });
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    timezoneId: 'Asia/Kolkata',
  });
  scope.after(() => context.close());
  const page = await context.newPage();
  await page.goto(origin, { waitUntil: 'commit' });
  const neighbour = page.locator('#neighbour');
  await neighbour.waitFor();
  const top = async (): Promise<number> => (await neighbour.boundingBox())?.y ?? NaN;
  const before = await top();
  return {
    page,
    bringScript,
    answer: async (answer) => {
      await until('the element asks', () => waiting.length > 0);
      waiting.shift()?.(answer());
    },
    look: async (moment) => {
      const shift = await page.evaluate<number>(DRAWN);
      return { moment, neighbour: (await top()) - before, shift };
    },
  };
};
