import { fixture, html } from '@open-wc/testing';
import { setupWorker } from 'msw/browser';
import type { RequestHandler } from 'msw';
import '../../src/define.js';
import type { EnkashVkycButton } from '../../src/element/enkash-vkyc-button.js';
import { VkycEvent, type VkycEventMap } from '../../src/element/events.js';
import { ENDPOINT } from './scenarios.js';

let tests = 0;

/** The endpoint of the running test: its own, so that a late request of the test before is not counted here. */
export function ownEndpoint(): string {
  return `${ENDPOINT}?test=${tests}`;
}

/** The network of one test file: starts MSW, and answers as the test says. */
export function network(): { answers(...handlers: RequestHandler[]): void; requests: string[] } {
  const worker = setupWorker();
  const requests: string[] = [];
  before(async () => {
    await worker.start({ quiet: true, onUnhandledRequest: 'bypass' });
    worker.events.on('request:start', ({ request }) => {
      if (request.url.endsWith(ownEndpoint())) requests.push(request.method);
    });
  });
  beforeEach(() => {
    tests++;
    requests.splice(0);
  });
  afterEach(() => worker.resetHandlers());
  after(() => worker.stop());
  return { answers: (...handlers) => worker.use(...handlers), requests };
}

/** An element on the page with its endpoint, and everything it has said since it was connected. */
export async function mount(
  attributes: Record<string, string> = {},
): Promise<{ element: EnkashVkycButton; heard: Event[] }> {
  const heard: Event[] = [];
  const host = await fixture<HTMLDivElement>(html`<div></div>`);
  for (const type of eventTypes) host.addEventListener(type, (event) => heard.push(event));
  const element = document.createElement('enkash-vkyc-button');
  for (const [name, value] of Object.entries({ 'session-endpoint': ownEndpoint(), ...attributes }))
    element.setAttribute(name, value);
  host.append(element);
  return { element, heard };
}

const eventTypes: readonly (keyof VkycEventMap)[] = [
  'vkyc-start',
  'vkyc-open',
  'vkyc-downgrade',
  'vkyc-close',
  'vkyc-status-change',
  'vkyc-availability-change',
  'vkyc-error',
];

/** Waits until the element is in a state, and its picture with it. */
export async function settled(element: EnkashVkycButton, ...states: string[]): Promise<void> {
  while (!states.includes(element.state))
    await new Promise<void>((resolve) => {
      const seen = new MutationObserver(() => {
        seen.disconnect();
        resolve();
      });
      seen.observe(element, { attributes: true, attributeFilter: ['state', 'phase'] });
    });
  await element.updateComplete;
}

/** A part of the element, as a style sheet would name it. */
export function part(element: EnkashVkycButton, name: string): HTMLElement {
  const found = element.shadowRoot?.querySelector<HTMLElement>(`[part="${name}"]`);
  if (!found) throw new Error(`The element shows no part "${name}".`);
  return found;
}

/** What the customer reads in a part, spaces folded. */
export function messages(element: EnkashVkycButton, name: string): string {
  return part(element, name).innerText.replace(/\s+/g, ' ').trim();
}

/** The codes of all `vkyc-error` events among those heard. */
export function errorCodes(heard: readonly Event[]): string[] {
  return heard.flatMap((event) =>
    event instanceof VkycEvent && event.type === 'vkyc-error' ? [codeOf(event.detail)] : [],
  );
}

function codeOf(detail: object): string {
  return 'code' in detail ? String(detail.code) : '';
}
