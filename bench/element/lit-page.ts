import { join } from 'node:path';
import type { Browser, CDPSession } from 'playwright-core';
import { build } from 'vite';
import type { CleanupScope } from '../../test/support/browser/cleanup-scope.js';
import { startServer } from '../../test/support/browser/start-server.js';

/** The mounted elements: without an endpoint, sharing one, or bare Lit elements with the DOM and styles of either. */
export type Subject = 'idle' | 'one-customer' | `bare-${'idle' | 'one-customer'}`;

/** A page that mounts elements; the built ES modules and the bare elements share one Lit. */
export interface LitPage {
  /** Mounts, renders and removes elements. Resolves with the main thread's CPU time for it, in milliseconds. */
  mount(subject: Subject, count: number): Promise<number>;
  /** Bytes of the JavaScript and DOM heaps after garbage collection. */
  heap(): Promise<number>;
}

const DIST = join(import.meta.dirname, '../../dist');

const PAGE = `<!doctype html><html lang="en"><head><link rel="icon" href="data:,">
<script type="module" src="/script.js"></script></head><body></body></html>`;

/** The bare elements' templates are taken from the element itself, so that the DOM of both is always the same. */
const SCRIPT = `
import { html, LitElement } from 'lit';
import { EnkashVkycButton } from '${DIST}/index.js';

customElements.define('enkash-vkyc-button', EnkashVkycButton);

// No response ever arrives: the first rendering is what is measured.
globalThis.fetch = (url, { signal }) =>
  new Promise((resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

const markupOf = async (element) => {
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

const create = {
  idle: () => document.createElement('enkash-vkyc-button'),
  'one-customer': () => {
    const element = document.createElement('enkash-vkyc-button');
    element.setAttribute('session-endpoint', '/session');
    return element;
  },
};
for (const subject of Object.keys(create)) {
  const markup = await markupOf(create[subject]());
  const template = html(Object.assign([markup], { raw: [markup] }));
  const bare = 'bare-' + subject;
  customElements.define(bare, class extends LitElement {
    static styles = EnkashVkycButton.styles;
    static shadowRootOptions = EnkashVkycButton.shadowRootOptions;
    render() { return template; }
  });
  create[bare] = () => document.createElement(bare);
}

globalThis.mount = async (subject, count) => {
  const container = document.createElement('div');
  document.body.append(container);
  for (let index = 0; index < count; index++) container.append(create[subject]());
  await container.lastChild.updateComplete;
  container.getBoundingClientRect();
  container.remove();
  await new Promise((resolve) => setTimeout(resolve));
};
globalThis.ready = true;
`;

/** Bundles the element's built ES modules, the bare elements and the one Lit that both use. */
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
    build: {
      write: false,
      target: 'es2022',
      lib: { formats: ['es'], entry },
      // The parts that the element loads later are in the script, too: the server has no other file.
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [output] = [bundles].flat().flatMap((one) => ('output' in one ? one.output : []));
  if (output?.type !== 'chunk') throw new Error('The benchmark page could not be bundled.');
  return output.code;
}

/** Opens the page in a profile that is closed with the scope. */
export async function openLitPage(scope: CleanupScope, browser: Browser): Promise<LitPage> {
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
  // CPU time of the thread is disturbed less by other programs than elapsed time.
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
