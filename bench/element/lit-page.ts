import { join } from 'node:path';
import type { Browser, CDPSession } from 'playwright-core';
import { build } from 'vite';
import type { Scope } from '../../test/support/browser/scope.js';
import { startServer } from '../../test/support/browser/start-server.js';

/** What is mounted: elements without an endpoint, elements that share one, or Lit alone with the DOM and styles of either. */
export type Subject = 'idle' | 'one-customer' | `bare-${'idle' | 'one-customer'}`;

/** A page on which elements can be mounted; the built ES modules and the bare element share one Lit. */
export interface LitPage {
  /** Mounts so many, draws them and takes them away again. Gives the main thread's CPU time for it, in milliseconds. */
  mount(subject: Subject, count: number): Promise<number>;
  /** Bytes of the JavaScript and DOM heaps after garbage collection. */
  heap(): Promise<number>;
}

const DIST = join(import.meta.dirname, '../../dist');

const PAGE = `<!doctype html><html lang="en"><head><link rel="icon" href="data:,">
<script type="module" src="/script.js"></script></head><body></body></html>`;

/** Takes the bare elements' templates from the element itself, so that their DOM cannot drift apart. */
const SCRIPT = `
import { html, LitElement } from 'lit';
import { EnkashVkycButton } from '${DIST}/index.js';

customElements.define('enkash-vkyc-button', EnkashVkycButton);

// no answer ever comes: what is measured is the way to the first picture
globalThis.fetch = (url, { signal }) =>
  new Promise((answer, fail) => signal.addEventListener('abort', () => fail(signal.reason)));

const drawnBy = async (element) => {
  document.body.append(element);
  await element.updateComplete;
  const copy = document.createElement('div');
  copy.append(...[...element.shadowRoot.childNodes].map((node) => node.cloneNode(true)));
  element.remove();
  const comments = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
  const found = [];
  while (comments.nextNode()) found.push(comments.currentNode);
  for (const comment of found) comment.remove();
  return copy.innerHTML;
};

const make = {
  idle: () => document.createElement('enkash-vkyc-button'),
  'one-customer': () => {
    const element = document.createElement('enkash-vkyc-button');
    element.setAttribute('session-endpoint', '/session');
    return element;
  },
};
for (const subject of Object.keys(make)) {
  const markup = await drawnBy(make[subject]());
  const template = html(Object.assign([markup], { raw: [markup] }));
  const bare = 'bare-' + subject;
  customElements.define(bare, class extends LitElement {
    static styles = EnkashVkycButton.styles;
    static shadowRootOptions = EnkashVkycButton.shadowRootOptions;
    render() { return template; }
  });
  make[bare] = () => document.createElement(bare);
}

globalThis.mount = async (subject, count) => {
  const place = document.createElement('div');
  document.body.append(place);
  for (let made = 0; made < count; made++) place.append(make[subject]());
  await place.lastChild.updateComplete;
  place.getBoundingClientRect();
  place.remove();
  await new Promise((resolve) => setTimeout(resolve));
};
globalThis.ready = true;
`;

/** One file with the element's built ES modules, the bare element and the one Lit that both use. */
async function bundle(): Promise<string> {
  const entry = join(DIST, 'lit-page.js');
  const bundles = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'lit-page',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? SCRIPT : null),
      },
    ],
    build: { write: false, target: 'es2022', lib: { formats: ['es'], entry } },
  });
  const [output] = [bundles].flat().flatMap((one) => ('output' in one ? one.output : []));
  if (output?.type !== 'chunk') throw new Error('The page to measure on could not be bundled.');
  return output.code;
}

/** Opens the page in a profile that is gone with the scope. */
export async function openLitPage(scope: Scope, browser: Browser): Promise<LitPage> {
  const script = await bundle();
  const { origin } = await startServer(scope, (request) =>
    new URL(request.url).pathname === '/script.js'
      ? new Response(script, { headers: { 'content-type': 'text/javascript' } })
      : new Response(PAGE, { headers: { 'content-type': 'text/html' } }),
  );
  const context = await browser.newContext();
  scope.after(() => context.close());
  const page = await context.newPage();
  await page.goto(origin);
  await page.waitForFunction('globalThis.ready === true');
  const devTools = await context.newCDPSession(page);
  await devTools.send('HeapProfiler.enable');
  // CPU time of the thread, which other programs on the machine disturb less than the clock on the wall
  await devTools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return {
    mount: async (subject, count) => {
      await devTools.send('HeapProfiler.collectGarbage');
      const before = await taskTime(devTools);
      await page.evaluate(`mount('${subject}', ${count})`);
      return (await taskTime(devTools)) - before;
    },
    heap: async () => {
      await devTools.send('HeapProfiler.collectGarbage');
      const { usedSize, embedderHeapUsedSize } = await devTools.send('Runtime.getHeapUsage');
      return usedSize + embedderHeapUsedSize;
    },
  };
}

async function taskTime(devTools: CDPSession): Promise<number> {
  const { metrics } = await devTools.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1_000;
}
