/**
 * Uses the built element in a test DOM, as a partner's component test does, and prints what it saw as one line of JSON.
 * Whatever goes wrong afterwards shows in the exit code or in stderr.
 *
 *     node --import tsx test/support/test-doms/use-element.ts jsdom HTMLDialogElement,AbortSignal.any host
 */
import { setTimeout as delay } from 'node:timers/promises';
import { installDom } from './install-dom.js';

const [name, missing = '', mode = 'host'] = process.argv.slice(2);
const dom = installDom(name === 'happy-dom' ? name : 'jsdom', missing.split(',').filter(Boolean));
const requests: string[] = [];
const events: string[] = [];
let keepWaiting = false;

globalThis.fetch = async (_url, init) => {
  requests.push(init?.method ?? '');
  if (keepWaiting) await delay(150);
  const status = { kycStatus: 'MIN_KYC_VERIFIED', kycSubStatus: 'VKYC_IN_PROGRESS' };
  return { ok: true, json: () => Promise.resolve({ ...status, session: { pollAfter: 50 } }) } as Response;
};

await import(new URL('../../../dist/define.js', import.meta.url).href);
const element = document.createElement('enkash-vkyc-button');
for (const type of ['vkyc-start', 'vkyc-status-change', 'vkyc-error'])
  document.addEventListener(type, (event) => events.push(event.type));
element.setAttribute('session-endpoint', '/vkyc/session/x');
element.setAttribute('working-hours', '00:00-24:00');
element.setAttribute('working-days', 'mon-sun');
element.setAttribute('mode', mode);
element.handoff = true;
document.body.append(element);
await element.updateComplete;
await delay(20);
await element.updateComplete;

const root = element.shadowRoot;
root?.querySelector<HTMLElement>('[part~="button"]')?.click();
root?.querySelector<HTMLElement>('#prepare-button')?.click();
await element.updateComplete;
await element.refresh();
await element.updateComplete;
const label = root?.querySelector('[part~="label"]')?.textContent.trim();
const { state, phase } = element;
console.log(
  JSON.stringify({ label, state, phase, attribute: element.getAttribute('state'), requests, events }),
);

// The environment ends with a request in flight, timers running, and the element still in the page.
keepWaiting = true;
await Promise.all([element.refresh(), dom.tearDown()]);
await delay(400);
