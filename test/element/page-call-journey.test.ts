import { expect, fixture, html } from '@open-wc/testing';

import type { EnkashVkycButton } from '../../src/element/enkash-vkyc-button.js';
import { VkycEvent } from '../../src/element/events.js';
import { answer, ENDPOINT, endpoint } from '../support/scenarios.js';
import { mountReady, network, openCall, ownEndpoint, part, settled } from '../support/element-page.js';
import { fakeWindows } from '../support/fake-windows.js';

/** The watch on a window notices its end within this time. */
const NOTICED_MS = 2500;

/** Mounts one more element, which shows the journey of the endpoint. */
async function mountAnother(sessionEndpoint: string): Promise<EnkashVkycButton> {
  const host = await fixture<HTMLDivElement>(html`<div></div>`);
  const element = document.createElement('enkash-vkyc-button');
  element.sessionEndpoint = sessionEndpoint;
  host.append(element);
  await element.updateComplete;
  return element;
}

const task = () => new Promise<void>((resolve) => setTimeout(resolve));
const fresh = () => `${ENDPOINT}?fresh-${ownEndpoint().split('=')[1] ?? ''}`;

/** The ways in which a page takes an element with a call away, and shows one again. */
const WAYS: Readonly<Record<string, (element: EnkashVkycButton) => Promise<EnkashVkycButton>>> = {
  'is removed and comes back': async (element) => {
    const parent = element.parentElement;
    element.remove();
    await task();
    parent?.append(element);
    await element.updateComplete;
    return element;
  },
  'is replaced by a clone': async (element) => {
    const parent = element.parentElement;
    element.replaceWith(element.cloneNode(true));
    const clone = parent?.querySelector('enkash-vkyc-button') ?? element;
    await clone.updateComplete;
    return clone;
  },
  'is rendered again from its markup': async (element) => {
    const parent = element.parentElement;
    const markup = element.outerHTML;
    if (parent) parent.innerHTML = '';
    await task();
    if (parent) parent.innerHTML = markup;
    const next = parent?.querySelector('enkash-vkyc-button') ?? element;
    await next.updateComplete;
    return next;
  },
  'gets a fresh endpoint': async (element) => {
    element.sessionEndpoint = fresh();
    await element.updateComplete;
    return element;
  },
  'loses its endpoint and gets a fresh one': async (element) => {
    element.sessionEndpoint = null;
    await element.updateComplete;
    await task();
    element.sessionEndpoint = fresh();
    await element.updateComplete;
    return element;
  },
  'is replaced by one with a fresh endpoint': async (element) => {
    element.remove();
    await task();
    return mountAnother(fresh());
  },
  'is replaced by one with a fresh endpoint that was there before it left': async (element) => {
    const next = await mountAnother(fresh());
    element.remove();
    await task();
    return next;
  },
};

const net = network();
const windows = fakeWindows();

describe('a call in a window', () => {
  const log: string[] = [];
  const record = (event: Event) => {
    if (event instanceof VkycEvent)
      log.push([event.type, 'reason' in event.detail ? event.detail.reason : ''].join(' ').trim());
  };
  beforeEach(() => {
    log.length = 0;
    net.answers(...endpoint());
    for (const type of ['vkyc-open', 'vkyc-close']) document.addEventListener(type, record);
  });
  afterEach(() => {
    for (const type of ['vkyc-open', 'vkyc-close']) document.removeEventListener(type, record);
  });

  for (const [way, change] of Object.entries(WAYS))
    it(`continues the element that the page shows when its element ${way}`, async () => {
      const { element } = await openCall();
      const shown = await change(element);
      expect(shown.state).to.equal('open');
      expect(shown.getAttribute('state')).to.equal('open');
      part(shown, 'button').click();
      expect(windows.opened.map(({ focusCount }) => focusCount)).to.deep.equal([1]);
      net.answers(...endpoint({ get: () => answer({ status: 'under-review' }) }));
      windows.opened[0]?.close();
      await settled(shown, 'ready');
      expect(shown.phase).to.equal('under-review');
      expect(log.filter((entry) => entry.startsWith('vkyc-open'))).to.have.length(1);
      expect(log.filter((entry) => entry.startsWith('vkyc-close'))).to.have.length(1);
    }).timeout(NOTICED_MS + 5000);

  it('is noticed to be over, once, by an element that comes back after its window has gone', async () => {
    const { element } = await openCall();
    element.remove();
    await task();
    windows.opened[0]?.close();
    net.answers(...endpoint({ get: () => answer({ status: 'rejected' }) }));
    const next = await mountAnother(fresh());
    await settled(next, 'ready');
    expect(next.phase).to.equal('rejected');
    expect(log.map((entry) => entry.split(' ')[0])).to.deep.equal(['vkyc-open', 'vkyc-close']);
  });

  it('leaves no journey in the page once the elements have left', async () => {
    const journeys = Reflect.get(globalThis, Symbol.for('enkash-vkyc-button/journeys')) as Map<
      string,
      unknown
    >;
    for (const element of document.querySelectorAll('enkash-vkyc-button')) element.remove();
    await task();
    const { element } = await openCall();
    expect(journeys.size).to.equal(1);
    element.sessionEndpoint = fresh();
    await element.updateComplete;
    expect(journeys.size).to.equal(1);
    element.remove();
    await task();
    expect(journeys.size).to.equal(0);
  });

  it('continues at a press after close(), in the window that is there, and opens no second one', async () => {
    const { element } = await openCall();
    element.close();
    expect(element.state).to.equal('checking');
    part(element, 'button').click();
    expect(element.state).to.equal('open');
    expect(windows.opened).to.have.length(1);
    expect(log).to.deep.equal(['vkyc-open', 'vkyc-close page']);
  });
});

describe('a press that has not led to a call yet', () => {
  /** A link that never comes. */
  const pending = () => new Promise<never>(() => undefined);

  for (const [way, change] of Object.entries(WAYS))
    it(`leads to a call in the window that is there when its element ${way}`, async () => {
      net.answers(...endpoint({ post: pending }));
      const { element } = await mountReady();
      part(element, 'button').click();
      expect(element.state).to.equal('opening');
      net.answers(...endpoint());
      const shown = await change(element);
      await settled(shown, 'open');
      expect(windows.opened).to.have.length(1);
      expect(windows.opened[0]?.navigations).to.have.length(1);
    });

  it('leaves no window behind when the page is left, and the button is ready in a page that is restored', async () => {
    net.answers(...endpoint({ post: pending }));
    const { element } = await mountReady();
    part(element, 'button').click();
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(windows.opened[0]?.closed).to.equal(true);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await settled(element, 'ready');
  });

  it('leads to a call in the page with the fresh endpoint of its element', async () => {
    const link = `${location.origin}/call`;
    net.answers(...endpoint({ post: pending }));
    const { element } = await mountReady({ mode: 'iframe', 'allowed-link-hosts': 'localhost' });
    part(element, 'button').click();
    net.answers(...endpoint({ post: () => answer({ link }) }));
    element.sessionEndpoint = fresh();
    await element.updateComplete;
    await settled(element, 'open');
    expect(element.shadowRoot?.querySelectorAll('dialog')).to.have.length(1);
    element.close();
  });
});

describe('a call in the page', () => {
  const link = `${location.origin}/call`;
  const attributes = { mode: 'iframe', 'allowed-link-hosts': 'localhost' };
  const reasons: unknown[] = [];
  const record = (event: Event) => {
    if (event instanceof VkycEvent && 'reason' in event.detail) reasons.push(event.detail.reason);
  };
  beforeEach(() => {
    reasons.length = 0;
    net.answers(...endpoint({ post: () => answer({ link }) }));
    document.addEventListener('vkyc-close', record);
  });
  afterEach(() => document.removeEventListener('vkyc-close', record));

  it('that ended because its element left is reported by the element that comes back', async () => {
    const { element } = await openCall(attributes);
    const parent = element.parentElement;
    element.remove();
    await task();
    expect(reasons).to.deep.equal([]);
    parent?.append(element);
    expect(reasons).to.deep.equal(['page']);
    expect(element.state).to.equal('checking');
  });

  it('that ended because its element left is reported by another element that stays', async () => {
    const other = await mountReady();
    const { element } = await openCall(attributes);
    element.remove();
    await task();
    expect(reasons).to.deep.equal(['page']);
    expect(other.element.state).to.equal('checking');
  });

  it('is reported as replaced when its element gets a fresh endpoint', async () => {
    const { element } = await openCall(attributes);
    element.sessionEndpoint = fresh();
    await element.updateComplete;
    expect(reasons).to.deep.equal(['replaced']);
    expect(element.shadowRoot?.querySelector('dialog')).to.equal(null);
  });

  it('is not ended by another element that moves', async () => {
    const other = await mountReady();
    const { element } = await openCall(attributes);
    const elsewhere = await fixture<HTMLDivElement>(html`<div></div>`);
    elsewhere.append(other.element);
    await task();
    expect(element.state).to.equal('open');
    expect(reasons).to.deep.equal([]);
    element.close();
  });
});

describe('elements that share a journey', () => {
  it('all reflect a change before any of them fires an event', async () => {
    net.answers(...endpoint());
    const one = await mountReady();
    const two = await mountReady();
    const seen: (string | null)[][] = [];
    for (const type of ['vkyc-status-change', 'vkyc-open'] as const)
      for (const { element } of [one, two])
        element.addEventListener(type, () =>
          seen.push(
            [one, two].flatMap((each) => ['state', 'phase'].map((name) => each.element.getAttribute(name))),
          ),
        );
    net.answers(...endpoint({ get: () => answer({ status: 'rejected' }) }));
    await one.element.refresh();
    part(two.element, 'button').click();
    await settled(one.element, 'open');
    expect(seen.slice(0, 2)).to.deep.equal([
      ['ready', 'rejected', 'ready', 'rejected'],
      ['ready', 'rejected', 'ready', 'rejected'],
    ]);
    for (const each of seen) expect(each.slice(0, 2)).to.deep.equal(each.slice(2));
  });
});
