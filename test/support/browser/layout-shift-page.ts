import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import type { CleanupScope } from './cleanup-scope.js';
import { startServer } from './start-server.js';
import { staticPages } from './static-pages.js';
import { waitUntil } from './wait-until.js';

/** How the page is shown. */
export interface PageView {
  readonly lang: string;
  /** Further attributes of the element. */
  readonly attributes?: string;
  /** The height to reserve; that of README.md unless given. */
  readonly minBlockSize?: string;
  /** Of the page, in CSS pixels. */
  readonly width: number;
}

/** How far the layout has moved at one step of the element's life. */
export interface LayoutSample {
  readonly step: string;
  /** CSS pixels between the neighbour below the element and its position before the script loaded. */
  readonly neighbourOffset: number;
  /** The sum of the browser's layout shifts since the step before, including those right after a click. */
  readonly layoutShift: number;
}

/** Makes the response to one request of the session endpoint. */
export type Responder = () => Response;

/** A page with a neighbour below the element, whose script and responses arrive when the test says so. */
export interface LayoutShiftPage {
  readonly page: Page;
  /** Lets the element's script load. */
  loadScript(): void;
  /** Responds to the pending request, or to the next one. */
  respond(responder: Responder): Promise<void>;
  /** Waits until everything is rendered, and measures how far the layout has moved. */
  measure(step: string): Promise<LayoutSample>;
}

const HTML = { 'content-type': 'text/html; charset=utf-8' };

/** The style that README.md recommends until the element is defined. */
const documentedStyle = (): string => {
  const readme = readFileSync('README.md', 'utf8');
  const start = readme.indexOf('enkash-vkyc-button:not(:defined)');
  if (start < 0) throw new Error('README.md has no style for enkash-vkyc-button:not(:defined).');
  return readme.slice(start, readme.indexOf('}', start) + 1);
};

const pageIn = ({ lang, attributes = '', minBlockSize }: PageView): string => `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Layout shift</title>
<link rel="icon" href="data:,">
<style>${documentedStyle()}${minBlockSize ? `:not(:defined) { min-block-size: ${minBlockSize} !important }` : ''}</style>
<script>
  globalThis.shift = 0;
  globalThis.countShifts = (entries) => entries.forEach(({ value }) => (shift += value));
  globalThis.shifts = new PerformanceObserver((list) => countShifts(list.getEntries()));
  shifts.observe({ type: 'layout-shift', buffered: true });
</script>
${lang === 'en' ? '' : `<script type="module" src="/dist/cdn/locales/${lang}.js"></script>`}
<script type="module" src="/dist/cdn/enkash-vkyc-button.js"></script>
</head>
<body>
<p>Above</p>
<div>
  <enkash-vkyc-button working-hours="00:00-24:00" working-days="mon-sun" allowed-link-hosts="127.0.0.1" ${attributes}></enkash-vkyc-button>
</div>
<p id="neighbour">Below</p>
</body>
</html>`;

/** Resolves with the layout shifts since it last ran, after enough frames for changes to be rendered and reported. */
const SHIFTS_SINCE_LAST = `(async () => {
  await document.querySelector('enkash-vkyc-button').updateComplete;
  for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
  countShifts(shifts.takeRecords());
  const since = shift;
  shift = 0;
  return since;
})()`;

/** Opens the page in a profile that is closed with the scope. */
export const openLayoutShiftPage = async (
  scope: CleanupScope,
  browser: Browser,
  view: PageView,
): Promise<LayoutShiftPage> => {
  let loadScript: () => void = () => undefined;
  const scriptAllowed = new Promise<void>((resolve) => (loadScript = resolve));
  const pending: ((response: Response) => void)[] = [];
  const files = staticPages({ folders: { '/dist/': 'dist' } });
  const { origin } = await startServer(scope, async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/') return new Response(pageIn(view), { headers: HTML });
    if (pathname === '/call') return new Response('<!doctype html><title>Call</title>', { headers: HTML });
    if (pathname.startsWith('/session/')) return new Promise((resolve) => pending.push(resolve));
    await scriptAllowed;
    return files(request);
  });
  const context = await browser.newContext({
    viewport: { width: view.width, height: 800 },
    timezoneId: 'Asia/Kolkata',
  });
  scope.after(() => context.close());
  const page = await context.newPage();
  await page.goto(origin, { waitUntil: 'commit' });
  const neighbour = page.locator('#neighbour');
  await neighbour.waitFor();
  const top = async (): Promise<number> => (await neighbour.boundingBox())?.y ?? NaN;
  const initialTop = await top();
  return {
    page,
    loadScript,
    respond: async (responder) => {
      await waitUntil('the element sends a request', () => pending.length > 0);
      pending.shift()?.(responder());
    },
    measure: async (step) => {
      const layoutShift = await page.evaluate<number>(SHIFTS_SINCE_LAST);
      return { step, neighbourOffset: (await top()) - initialTop, layoutShift };
    },
  };
};
