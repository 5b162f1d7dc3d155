import { expect } from '@open-wc/testing';

import { openPopup } from '../../src/launch/popup.js';

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

/** A page that opens windows with `open`, and the arguments of its calls. */
function fakePage(open: () => object | null, { phone = false, screen = {} } = {}) {
  const calls: { url: string; name: string; features: string }[] = [];
  const page = {
    open: (url: string, name: string, features: string) => {
      calls.push({ url, name, features });
      return open();
    },
    matchMedia: (query: string) => ({ matches: phone && query.includes('(pointer: coarse)') }),
    screen: { availWidth: 1920, availHeight: 1080, ...screen },
    screenX: 100,
    screenY: 50,
    outerWidth: 1200,
    outerHeight: 900,
  };
  return { calls, page: page as unknown as Window };
}

/** A popup opened on a desktop page, with or without a link. */
function opened(link?: URL, change?: object) {
  const popup = fakeWindow(change);
  const { calls, page } = fakePage(() => popup);
  return { popup, calls, call: openPopup({ placeholder: PLACEHOLDER, link: link ?? null, win: page }) };
}

describe('openPopup', () => {
  it('opens a real window that shows the placeholder as text, and closes it', () => {
    let popup: Window | null = null;
    const page = Object.create(window, {
      open: { value: (...how: Parameters<Window['open']>) => (popup = window.open(...how)) },
    }) as Window;
    for (const property of ['screen', 'screenX', 'screenY', 'outerWidth', 'outerHeight'] as const)
      Object.defineProperty(page, property, { value: window[property] });
    Object.defineProperty(page, 'matchMedia', { value: (query: string) => matchMedia(query) });
    const call = openPopup({ placeholder: PLACEHOLDER, link: null, win: page });
    const real = popup as Window | null;
    expect(call?.closed).to.equal(false);
    expect(real?.document.title).to.equal(PLACEHOLDER.title);
    expect(real?.document.documentElement).to.include({ lang: 'ur', dir: 'rtl' });
    expect(real?.document.body.textContent).to.equal(PLACEHOLDER.text);
    expect(real?.document.body.children).to.have.length(0);
    call?.discard();
    expect(call?.closed).to.equal(true);
  });

  describe('without a link', () => {
    it('opens a placeholder at once, and navigates it later, after cutting its opener', () => {
      const { popup, calls, call } = opened();
      expect(calls[0]?.url).to.equal('');
      expect(popup.opener).to.equal(window);
      expect(popup.log).to.deep.equal([]);
      expect(call?.go(LINK)).to.equal(true);
      expect(popup.log).to.deep.equal([`opener cut, to ${LINK.href}`]);
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

    it('works without text where it may not write', () => {
      const locked = {
        get document() {
          throw new DOMException('Blocked a frame', 'SecurityError');
        },
      };
      const popup = Object.defineProperties(fakeWindow(), Object.getOwnPropertyDescriptors(locked));
      const { page } = fakePage(() => popup);
      expect(openPopup({ placeholder: PLACEHOLDER, link: null, win: page })?.go(LINK)).to.equal(true);
    });
  });

  describe('with a link', () => {
    it('opens straight to the call and cuts its opener', () => {
      const { popup, calls, call } = opened(LINK);
      expect(calls[0]?.url).to.equal(LINK.href);
      expect(popup.opener).to.equal(null);
      expect(popup.document.title).to.equal('');
      call?.discard();
      expect(popup.log).to.deep.equal([]);
    });

    it('ignores that the opener of a window on another origin cannot be cut', () => {
      const popup = Object.defineProperty(fakeWindow(), 'opener', {
        set() {
          throw new DOMException('Blocked a frame', 'SecurityError');
        },
      });
      const { page } = fakePage(() => popup);
      expect(openPopup({ placeholder: PLACEHOLDER, link: LINK, win: page })?.closed).to.equal(false);
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

  it('returns null when the browser opens nothing, a closed window, or throws', () => {
    const sandboxed = () => {
      throw new DOMException('The operation is insecure.', 'InvalidAccessError');
    };
    for (const open of [() => null, () => fakeWindow({ closed: true }), sandboxed])
      expect(openPopup({ placeholder: PLACEHOLDER, link: null, win: fakePage(open).page })).to.equal(null);
  });

  it('gives each window a random name', () => {
    const { calls, page } = fakePage(() => fakeWindow());
    openPopup({ placeholder: PLACEHOLDER, link: null, win: page });
    openPopup({ placeholder: PLACEHOLDER, link: null, win: page });
    for (const { name } of calls) expect(name).to.match(/^enkash-vkyc-\d+-\d+$/);
    expect(calls[0]?.name).not.to.equal(calls[1]?.name);
  });

  describe('the window features', () => {
    const features = (screen: object = {}, phone = false) => {
      const { calls, page } = fakePage(() => fakeWindow(), { phone, screen });
      openPopup({ placeholder: PLACEHOLDER, link: null, win: page });
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
    openPopup({ placeholder: PLACEHOLDER, link: null, win: page });
    expect(calls[0]?.features).to.contain('left=0,top=0');
  });
});
