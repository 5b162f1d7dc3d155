import { expect } from '@open-wc/testing';

import type { EnkashVkycButton } from '../../src/element/enkash-vkyc-button.js';
import { answer, ENDPOINT, endpoint } from '../support/scenarios.js';
import {
  errorCodes,
  mountReady,
  network,
  ownEndpoint,
  part,
  settled,
  textOf,
} from '../support/element-page.js';
import { forgetPageCall } from '../support/forget-page-call.js';
import { fakeWindows } from '../support/fake-windows.js';

const task = () => new Promise<void>((resolve) => setTimeout(resolve));
const fail = () => {
  throw new DOMException('denied', 'SecurityError');
};
const revoked = (): unknown => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

/** A window as a shell or a blocker may fake it; it looks usable. */
const fakeWindow = (members: object): object => ({
  closed: false,
  opener: null,
  document: document.implementation.createHTMLDocument(),
  location: { replace: () => undefined, href: 'about:blank', origin: 'null' },
  focus: () => undefined,
  close: () => undefined,
  ...members,
});

/** What `window.open` may do other than to open a window. */
const NO_WINDOWS: Readonly<Record<string, () => unknown>> = {
  'throws a SecurityError': fail,
  'returns the window around': () => top,
  'returns a proxy of the page': () => new Proxy(window, {}),
  'returns a revoked proxy': revoked,
  'returns document.all': () => Reflect.get(document, 'all'),
  'returns a promise': () => Promise.resolve(window),
  'returns a window that is closed': () => fakeWindow({ closed: true }),
  'returns a window whose closed throws': () =>
    Object.defineProperty(fakeWindow({}), 'closed', { get: fail }),
  'returns a window without a location': () => fakeWindow({ location: null }),
  'returns a window whose location is that of the page': () => fakeWindow({ location }),
  'is a number': () => 7,
};

const net = network();
const windows = fakeWindows();
const rejections: unknown[] = [];
const record = (event: Event) => {
  rejections.push('reason' in event ? event.reason : event);
  event.preventDefault();
};

describe('a page with a hostile window.open', () => {
  beforeEach(() => {
    rejections.length = 0;
    net.answers(...endpoint());
    for (const type of ['unhandledrejection', 'error']) window.addEventListener(type, record);
  });
  afterEach(() => {
    for (const type of ['unhandledrejection', 'error']) window.removeEventListener(type, record);
  });

  for (const [name, open] of Object.entries(NO_WINDOWS))
    it(`offers the next way with one request per press when it ${name}`, async () => {
      const { element, events } = await mountReady();
      const body = document.body.textContent;
      window.open = open as typeof window.open;
      for (const label of ['Open the video call', 'Open in this tab']) {
        part(element, 'button').click();
        await settled(element, 'ready');
        await element.updateComplete;
        expect(textOf(element, 'label')).to.equal(label);
      }
      await task();
      expect(net.requests.filter((method) => method === 'POST').length).to.be.at.most(2);
      expect(document.body.textContent).to.equal(body);
      expect(errorCodes(events)).to.deep.equal([]);
      expect(rejections).to.deep.equal([]);
    });

  it('comes back to a button that works when the window closes at once, or its methods begin to throw', async () => {
    for (const members of [
      { focus: fail },
      { close: fail },
      { location: { replace: fail, href: 'about:blank' } },
      { document: null },
    ]) {
      const { element } = await mountReady();
      window.open = (() => fakeWindow(members)) as unknown as typeof window.open;
      part(element, 'button').click();
      await settled(element, 'open', 'ready');
      part(element, 'button').click();
      await settled(element, 'open', 'ready');
      expect(rejections).to.deep.equal([]);
      element.close();
      element.remove();
      await task();
      forgetPageCall();
    }
  });
});

describe('several elements of one customer', () => {
  beforeEach(() => net.answers(...endpoint()));

  async function second(): Promise<EnkashVkycButton> {
    const element = document.createElement('enkash-vkyc-button');
    element.sessionEndpoint = `${ENDPOINT}?second-${ownEndpoint().split('=')[1] ?? ''}`;
    document.body.append(element);
    await settled(element, 'ready');
    return element;
  }

  it('with an endpoint each, share one window however they are pressed', async () => {
    const one = (await mountReady()).element;
    const two = await second();
    try {
      part(one, 'button').click();
      part(two, 'button').click();
      await settled(two, 'open');
      await settled(one, 'open');
      for (const element of [two, one]) part(element, 'button').click();
      expect(windows.opened).to.have.length(1);
    } finally {
      two.remove();
    }
  });

  it('continue the call when the one that opened it is adopted by another document', async () => {
    const one = (await mountReady()).element;
    part(one, 'button').click();
    await settled(one, 'open');
    const elsewhere = document.implementation.createHTMLDocument();
    elsewhere.adoptNode(one);
    await task();
    document.body.append(one);
    await one.updateComplete;
    expect(one.state).to.equal('open');
    part(one, 'button').click();
    expect(windows.opened).to.have.length(1);
    one.remove();
  });
});

describe('a page that hides the element whose call opens in the page', () => {
  it('gets no unhandled rejection when the request fails, too', async () => {
    rejections.length = 0;
    window.addEventListener('unhandledrejection', record);
    net.answers(...endpoint({ post: () => new Response(null, { status: 500 }) }));
    const { element, events } = await mountReady({ mode: 'iframe', 'allowed-link-hosts': 'localhost' });
    element.style.display = 'none';
    element.start();
    await settled(element, 'error');
    await task();
    expect(errorCodes(events)).to.deep.equal(['server_error']);
    expect(rejections).to.deep.equal([]);
    window.removeEventListener('unhandledrejection', record);
  });
});

describe('a customer who comes back', () => {
  const returns = () => {
    window.dispatchEvent(new Event('blur'));
    window.dispatchEvent(new PageTransitionEvent('pageshow'));
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new Event('online'));
    window.dispatchEvent(new Event('focus'));
  };

  it('causes one request, however many events report it, also with several elements and fresh endpoints', async () => {
    const waiting = () => answer({ session: { pollAfter: 600_000 } });
    net.answers(...endpoint({ get: waiting }));
    const { element } = await mountReady();
    await mountReady();
    const { length } = net.requests;
    for (let times = 0; times < 5; times++) {
      returns();
      await task();
    }
    await settled(element, 'ready');
    expect(net.requests.length - length).to.be.at.most(1);
  });
});
