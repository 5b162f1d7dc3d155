import { expect } from '@open-wc/testing';

import { openPopup } from '../../src/launch/popup.js';
import { FakeTimers } from '../support/fake-timers.js';

const PLACEHOLDER = { lang: 'ur', dir: 'rtl', title: 'Video KYC', text: '<b>Opening…</b>' };
const LINK = new URL('https://go.signzy.tech/eMain?ns=secret');

/** A fake window that records what is done to it. */
function fakeWindow(change: object = {}) {
  const log: string[] = [];
  const popup = {
    log,
    closed: false,
    opener: window as Window | null,
    document: document.implementation.createHTMLDocument(),
    location: {
      origin: 'null',
      replace: (href: string) => log.push(`opener ${popup.opener ? 'kept' : 'cut'}, to ${href}`),
    },
    focus: () => log.push('focus'),
    close: () => {
      log.push('close');
      popup.closed = true;
    },
    ...change,
  };
  return popup;
}

interface FakePage {
  readonly phone?: boolean;
  readonly screen?: object;
  readonly framed?: boolean;
  readonly hidden?: boolean;
  readonly focused?: boolean;
}

/** A page that opens windows with `open`, and the arguments of its calls. */
function fakePage(
  open: () => unknown,
  { phone = false, screen = {}, framed = false, hidden = false, focused = true }: FakePage = {},
) {
  const calls: { url: string; name: string; features: string }[] = [];
  const page = {
    open: (url: string, name: string, features: string) => {
      calls.push({ url, name, features });
      return open();
    },
    matchMedia: (query: string) => ({ matches: phone && query.includes('(pointer: coarse)') }),
    location: { origin: 'https://wallet.example' },
    document: { hidden, hasFocus: () => focused },
    screen: { availWidth: 1920, availHeight: 1080, ...screen },
    screenX: 100,
    screenY: 50,
    outerWidth: 1200,
    outerHeight: 900,
  };
  Object.assign(page, { parent: framed ? window : page });
  return { calls, page: page as unknown as Window };
}

/** Opens a call from a fake page, or from a real one. */
function openFrom(win: Window) {
  const timers = new FakeTimers();
  let unseen = 0;
  const call = openPopup({ placeholder: PLACEHOLDER, after: timers.after, win });
  return { call, timers, onUnseen: () => unseen++, unseen: () => unseen };
}

/** A popup opened on a fake page, in a desktop browser unless `how` says otherwise. */
function opened(change?: object, how?: FakePage) {
  const popup = fakeWindow(change);
  const { calls, page } = fakePage(() => popup, how);
  return { popup, calls, ...openFrom(page) };
}

/** The property cannot be read, as on a window that shows a page of another origin. */
function unreadable<Target extends object>(target: Target, name: string): Target {
  return Object.defineProperty(target, name, {
    get() {
      throw new DOMException('Blocked a frame', 'SecurityError');
    },
  });
}

describe('openPopup', () => {
  it('opens a real window that shows the placeholder as text, and closes it', () => {
    let popup: Window | null = null;
    const page = Object.create(window, {
      open: { value: (...how: Parameters<Window['open']>) => (popup = window.open(...how)) },
    }) as Window;
    for (const property of ['screen', 'screenX', 'screenY', 'outerWidth', 'outerHeight'] as const)
      Object.defineProperty(page, property, { value: window[property] });
    for (const property of ['location', 'opener', 'parent', 'top'] as const)
      Object.defineProperty(page, property, { value: window[property] });
    Object.defineProperty(page, 'matchMedia', { value: (query: string) => matchMedia(query) });
    const { call } = openFrom(page);
    const real = popup as Window | null;
    expect(call?.closed).to.equal(false);
    expect(real?.document.title).to.equal(PLACEHOLDER.title);
    expect(real?.document.documentElement).to.include({ lang: 'ur', dir: 'rtl' });
    expect(real?.document.body.textContent).to.equal(PLACEHOLDER.text);
    expect(real?.document.body.children).to.have.length(0);
    expect(real?.document.head.querySelector('style')).to.equal(null);
    call?.discard();
    expect(call?.closed).to.equal(true);
  });

  it('shows a spinner while it waits, on a page that allows no inline style, and stands still for users who mind motion', () => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    const { contentWindow: popup } = frame;
    if (!popup) throw new Error('The frame has no window.');
    popup.document.head.innerHTML = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`;
    openFrom(fakePage(() => popup).page);
    const { animationName, borderRadius } = popup.getComputedStyle(popup.document.body, '::before');
    const isStill = popup.matchMedia('(prefers-reduced-motion: reduce)').matches;
    expect([animationName, borderRadius]).to.deep.equal([isStill ? 'none' : 'turn', '50%']);
    frame.remove();
  });

  it('opens a blank window at once, and navigates it later, after cutting its opener', () => {
    const { popup, calls, call } = opened();
    expect(calls[0]?.url).to.equal('');
    expect(popup.opener).to.equal(window);
    expect(popup.log).to.deep.equal([]);
    expect(call?.go(LINK)).to.equal(true);
    expect(popup.log).to.deep.equal([`opener cut, to ${LINK.href}`]);
  });

  it('cuts the opener right after the navigation in a frame, where only the opener may navigate', () => {
    const { popup, call } = opened({}, { framed: true });
    expect(call?.go(LINK)).to.equal(true);
    expect(popup.log).to.deep.equal([`opener kept, to ${LINK.href}`]);
    expect(popup.opener).to.equal(null);
  });

  it('does not navigate a window that the customer has closed', () => {
    const { popup, call } = opened();
    popup.close();
    expect(call?.go(LINK)).to.equal(false);
    expect(popup.log).to.deep.equal(['close']);
  });

  it('discard closes a placeholder, but never the call', () => {
    const { popup, call } = opened();
    call?.discard();
    expect(popup.log).to.deep.equal(['close']);
    const other = opened();
    other.call?.go(LINK);
    other.call?.discard();
    expect(other.popup.closed).to.equal(false);
  });

  it('writes into no document but that of the window', () => {
    const body = document.createElement('body');
    for (const standIn of [
      document.implementation.createHTMLDocument(),
      { body, documentElement: document.createElement('html') },
      { body, documentElement: document.createElement('html'), defaultView: {} },
    ]) {
      opened({ document: standIn });
      expect(standIn.body.textContent).to.equal('');
    }
  });

  it('works without text where it may not write', () => {
    const { page } = fakePage(() => unreadable(fakeWindow(), 'document'));
    expect(openFrom(page).call?.go(LINK)).to.equal(true);
  });

  it('ignores that an opener cannot be cut', () => {
    const popup = Object.defineProperty(fakeWindow(), 'opener', {
      set() {
        throw new DOMException('Blocked a frame', 'SecurityError');
      },
    });
    expect(openFrom(fakePage(() => popup).page).call?.go(LINK)).to.equal(true);
  });

  describe('with something that has stopped being a window, or never was one', () => {
    const fail = () => {
      throw new TypeError('not a function');
    };

    it('reports that it did not navigate, and closes it', () => {
      const { popup, call } = opened({ location: { replace: fail } });
      expect(call?.go(LINK)).to.equal(false);
      call?.discard();
      expect(popup.log).to.deep.equal(['close']);
    });

    it('throws nothing into the page', () => {
      const { call } = opened({ focus: fail, close: fail });
      expect(() => call?.focus()).not.to.throw();
      expect(() => call?.discard()).not.to.throw();
    });

    it('counts as closed but lost once `closed` cannot be read', () => {
      const { popup, call } = opened();
      expect(call).to.include({ closed: false, lost: false });
      unreadable(popup, 'closed');
      expect(call).to.include({ closed: true, lost: true });
      expect(call?.go(LINK)).to.equal(false);
    });
  });

  describe('two seconds after the navigation', () => {
    const unseenIn = async (change: object, how?: FakePage) => {
      const { call, timers, onUnseen, unseen } = opened(change, how);
      call?.go(LINK, onUnseen);
      await timers.advance(1999);
      expect(unseen()).to.equal(0);
      await timers.advance(1);
      return unseen();
    };

    it('reports a window that has not left while the customer looks at the page', async () => {
      const replace = () => undefined;
      for (const location of [{ replace }, { replace, origin: 'null' }, { replace, origin: LINK.origin }])
        expect(await unseenIn({ location })).to.equal(1);
    });

    it('reports nothing once the window shows the call, on whatever origin', async () => {
      const location = { replace: () => undefined };
      expect(await unseenIn({ location: unreadable({ ...location }, 'origin') })).to.equal(0);
      expect(await unseenIn({ location: { ...location, origin: 'https://wallet.example' } })).to.equal(0);
    });

    it('reports nothing while the customer is elsewhere', async () => {
      expect(await unseenIn({}, { focused: false })).to.equal(0);
      expect(await unseenIn({}, { hidden: true })).to.equal(0);
    });

    it('reports nothing for a window that was given up', async () => {
      const { call, timers, onUnseen, unseen } = opened();
      call?.go(LINK, onUnseen);
      call?.discard();
      expect(timers.pendingDelays).to.deep.equal([]);
      await timers.advance(60_000);
      expect(unseen()).to.equal(0);
    });
  });

  it('reports closed as the browser does, and focuses the window', () => {
    const { popup, call } = opened();
    expect(call?.closed).to.equal(false);
    call?.focus();
    expect(popup.log).to.deep.equal(['focus']);
    popup.closed = true;
    expect(call?.closed).to.equal(true);
  });

  it('returns null when the browser opens nothing, a closed window, a stand-in or the page itself, or throws', () => {
    const sandboxed = () => {
      throw new DOMException('The operation is insecure.', 'InvalidAccessError');
    };
    for (const open of [
      () => null,
      () => fakeWindow({ closed: true }),
      () => ({}),
      () => window.top,
      sandboxed,
    ])
      expect(openFrom(fakePage(open).page).call).to.equal(null);
  });

  it('gives each window a random name', () => {
    const { calls, page } = fakePage(() => fakeWindow());
    openFrom(page);
    openFrom(page);
    for (const { name } of calls) expect(name).to.match(/^enkash-vkyc-\d+-\d+$/);
    expect(calls[0]?.name).not.to.equal(calls[1]?.name);
  });

  describe('the window features', () => {
    const features = (screen: object = {}, phone = false) => {
      const { calls, page } = fakePage(() => fakeWindow(), { phone, screen });
      openFrom(page);
      return calls[0]?.features;
    };

    it('center a window of 520 × 780 pixels over our own', () => {
      expect(features()).to.equal('popup,width=520,height=780,left=440,top=110');
    });

    it('are limited to the screen', () => {
      expect(features({ availWidth: 400, availHeight: 600 })).to.equal(
        'popup,width=400,height=600,left=500,top=200',
      );
    });

    it('are empty on a phone, which opens a plain tab', () => {
      expect(features({}, true)).to.equal('');
    });

    it('never contain noopener, which would look like a blocked window', () => {
      expect(features()).not.to.contain('noopener');
    });
  });

  it('keeps the window within the left and top edges of the screen', () => {
    const { calls, page } = fakePage(() => fakeWindow());
    Object.assign(page, { screenX: -2000, screenY: -2000 });
    openFrom(page);
    expect(calls[0]?.features).to.contain('left=0,top=0');
  });
});
