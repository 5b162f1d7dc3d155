import { fixture, html } from '@open-wc/testing';
import { setupWorker } from 'msw/browser';
import type { RequestHandler } from 'msw';
import '../../src/define.js';
import type { EnkashVkycButton } from '../../src/element/enkash-vkyc-button.js';
import { VkycEvent, type VkycEventMap } from '../../src/element/events.js';
import { ENDPOINT, MONDAY_11 } from './scenarios.js';

let tests = 0;

export interface MountedElement {
  readonly element: EnkashVkycButton;
  /** All events of the element, in order. */
  readonly events: Event[];
}

/** The endpoint of the running test. Each test has its own, so that late requests of the previous one are not counted. */
export function ownEndpoint(): string {
  return `${ENDPOINT}?test=${tests}`;
}

/** The network of one test file: starts MSW, adds handlers, and records the methods of the requests. */
export function network(): { answers(...handlers: RequestHandler[]): void; requests: string[] } {
  const worker = setupWorker();
  const requests: string[] = [];
  const { now } = Date;
  before(async () => {
    // The date of the device is that of the answers, which else would look like answers from a cache.
    const startedAt = performance.now();
    Date.now = () => MONDAY_11 + performance.now() - startedAt;
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
  after(() => {
    worker.stop();
    Date.now = now;
  });
  return { answers: (...handlers) => worker.use(...handlers), requests };
}

/** Mounts an element with the endpoint of the running test, and records its events. */
export async function mount(attributes: Record<string, string> = {}): Promise<MountedElement> {
  const events: Event[] = [];
  const host = await fixture<HTMLDivElement>(html`<div></div>`);
  for (const type of eventTypes) host.addEventListener(type, (event) => events.push(event));
  const element = document.createElement('enkash-vkyc-button');
  for (const [name, value] of Object.entries({ 'session-endpoint': ownEndpoint(), ...attributes }))
    element.setAttribute(name, value);
  host.append(element);
  return { element, events };
}

/** Mounts an element and waits until a call can start. */
export async function mountReady(attributes: Record<string, string> = {}): Promise<MountedElement> {
  const mounted = await mount(attributes);
  await settled(mounted.element, 'ready');
  return mounted;
}

/** Mounts an element and opens a call. */
export async function openCall(attributes: Record<string, string> = {}): Promise<MountedElement> {
  const mounted = await mountReady(attributes);
  part(mounted.element, 'button').click();
  await settled(mounted.element, 'open');
  return mounted;
}

const eventTypes: readonly (keyof VkycEventMap)[] = [
  'vkyc-start',
  'vkyc-open',
  'vkyc-downgrade',
  'vkyc-close',
  'vkyc-status-change',
  'vkyc-availability-change',
  'vkyc-reload',
  'vkyc-error',
];

/** Waits until the element is in one of the states and has rendered it. */
export async function settled(element: EnkashVkycButton, ...states: string[]): Promise<void> {
  while (!states.includes(element.state))
    await new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        resolve();
      });
      observer.observe(element, { attributes: true, attributeFilter: ['state', 'phase'] });
    });
  await element.updateComplete;
}

/** A part of the element, by its `part` name. */
export function part(element: EnkashVkycButton, name: string): HTMLElement {
  const found = element.shadowRoot?.querySelector<HTMLElement>(`[part~="${name}"]`);
  if (!found) throw new Error(`The element has no part "${name}".`);
  return found;
}

/** The visible text of a part, with whitespace collapsed. */
export function textOf(element: EnkashVkycButton, name: string): string {
  return part(element, name).innerText.replace(/\s+/g, ' ').trim();
}

/** The codes of all `vkyc-error` events. */
export function errorCodes(events: readonly Event[]): string[] {
  return events.flatMap((event) =>
    event instanceof VkycEvent && event.type === 'vkyc-error' ? [codeOf(event.detail)] : [],
  );
}

function codeOf(detail: object): string {
  return 'code' in detail ? String(detail.code) : '';
}
