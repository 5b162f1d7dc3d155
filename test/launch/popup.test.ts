import { expect } from '@open-wc/testing';

import { openPopup } from '../../src/launch/popup.js';

const WORDS = { lang: 'ur', dir: 'rtl', title: 'Video KYC', text: '<b>Opening…</b>' };
const LINK = new URL('https://go.signzy.tech/eMain?ns=secret');

/** A window that a test watches instead of the screen. */
function fakeWindow(change: object = {}) {
  const deeds: string[] = [];
  const popup = {
    deeds,
    closed: false,
    opener: window as Window | null,
    document: document.implementation.createHTMLDocument(),
    location: {
      replace: (href: string) => deeds.push(`opener ${popup.opener ? 'kept' : 'cut'}, to ${href}`),
    },
    focus: () => deeds.push('focus'),
    close: () => {
      deeds.push('close');
      popup.closed = true;
    },
    ...change,
  };
  return popup;
}

/** A page of a size that opens windows as the test says, and what it was asked to open. */
function fakePage(open: () => object | null, { phone = false, screen = {} } = {}) {
  const asked: { url: string; name: string; features: string }[] = [];
  const page = {
    open: (url: string, name: string, features: string) => {
      asked.push({ url, name, features });
      return open();
    },
    matchMedia: (query: string) => ({ matches: phone && query.includes('(pointer: coarse)') }),
    screen: { availWidth: 1920, availHeight: 1080, ...screen },
    screenX: 100,
    screenY: 50,
    outerWidth: 1200,
    outerHeight: 900,
  };
  return { asked, page: page as unknown as Window };
}

/** A popup opened on a desktop page, without or with its link. */
function opened(link?: URL, change?: object) {
  const popup = fakeWindow(change);
  const { asked, page } = fakePage(() => popup);
  return { popup, asked, call: openPopup(WORDS, link ?? null, page) };
}

describe('openPopup', () => {
  it('opens a real window that shows the messages, as text, and closes it', () => {
    let popup: Window | null = null;
    const page = Object.create(window, {
      open: { value: (...how: Parameters<Window['open']>) => (popup = window.open(...how)) },
    }) as Window;
    for (const property of ['screen', 'screenX', 'screenY', 'outerWidth', 'outerHeight'] as const)
      Object.defineProperty(page, property, { value: window[property] });
    Object.defineProperty(page, 'matchMedia', { value: (query: string) => matchMedia(query) });
    const call = openPopup(WORDS, null, page);
    const real = popup as Window | null;
    expect(call?.closed).to.equal(false);
    expect(real?.document.title).to.equal(WORDS.title);
    expect(real?.document.documentElement).to.include({ lang: 'ur', dir: 'rtl' });
    expect(real?.document.body.textContent).to.equal(WORDS.text);
    expect(real?.document.body.children).to.have.length(0);
    call?.discard();
    expect(call?.closed).to.equal(true);
  });

  describe('without a link', () => {
    it('opens a blank window at once and sends it to the call later, with the tie to our page cut first', () => {
      const { popup, asked, call } = opened();
      expect(asked[0]?.url).to.equal('');
      expect(popup.opener).to.equal(window);
      expect(popup.deeds).to.deep.equal([]);
      expect(call?.go(LINK)).to.equal(true);
      expect(popup.deeds).to.deep.equal([`opener cut, to ${LINK.href}`]);
    });

    it('sends nothing to a window that the customer has closed', () => {
      const { popup, call } = opened();
      popup.close();
      expect(call?.go(LINK)).to.equal(false);
      expect(popup.deeds).to.deep.equal(['close']);
    });

    it('closes the placeholder when it is discarded, but never the call', () => {
      const { popup, call } = opened();
      call?.discard();
      expect(popup.deeds).to.deep.equal(['close']);
      const other = opened();
      other.call?.go(LINK);
      other.call?.discard();
      expect(other.popup.closed).to.equal(false);
    });

    it('does without messages where it may not write them', () => {
      const locked = {
        get document() {
          throw new DOMException('Blocked a frame', 'SecurityError');
        },
      };
      const popup = Object.defineProperties(fakeWindow(), Object.getOwnPropertyDescriptors(locked));
      const { page } = fakePage(() => popup);
      expect(openPopup(WORDS, null, page)?.go(LINK)).to.equal(true);
    });
  });

  describe('with a link at hand', () => {
    it('opens straight to the call and cuts the tie to our page', () => {
      const { popup, asked, call } = opened(LINK);
      expect(asked[0]?.url).to.equal(LINK.href);
      expect(popup.opener).to.equal(null);
      expect(popup.document.title).to.equal('');
      call?.discard();
      expect(popup.deeds).to.deep.equal([]);
    });

    it('does not mind a window that has already left for another origin', () => {
      const popup = Object.defineProperty(fakeWindow(), 'opener', {
        set() {
          throw new DOMException('Blocked a frame', 'SecurityError');
        },
      });
      const { page } = fakePage(() => popup);
      expect(openPopup(WORDS, LINK, page)?.closed).to.equal(false);
    });
  });

  it('tells whether the window is closed as the browser says it, and brings it to the front', () => {
    const { popup, call } = opened();
    expect(call?.closed).to.equal(false);
    call?.focus();
    expect(popup.deeds).to.deep.equal(['focus']);
    popup.closed = true;
    expect(call?.closed).to.equal(true);
  });

  it('gives null when the browser opens nothing, something closed, or throws', () => {
    const sandboxed = () => {
      throw new DOMException('The operation is insecure.', 'InvalidAccessError');
    };
    for (const open of [() => null, () => fakeWindow({ closed: true }), sandboxed])
      expect(openPopup(WORDS, null, fakePage(open).page)).to.equal(null);
  });

  it('names each window anew, so that no other page can reach it by name', () => {
    const { asked, page } = fakePage(() => fakeWindow());
    openPopup(WORDS, null, page);
    openPopup(WORDS, null, page);
    for (const { name } of asked) expect(name).to.match(/^enkash-vkyc-\d+-\d+$/);
    expect(asked[0]?.name).not.to.equal(asked[1]?.name);
  });

  describe('is of a size', () => {
    const features = (screen: object = {}, phone = false) => {
      const { asked, page } = fakePage(() => fakeWindow(), { phone, screen });
      openPopup(WORDS, null, page);
      return asked[0]?.features;
    };

    it('that suits a call, in the middle of our own window', () => {
      expect(features()).to.equal('popup,width=520,height=780,left=440,top=110');
    });

    it('that the screen has', () => {
      expect(features({ availWidth: 400, availHeight: 600 })).to.equal(
        'popup,width=400,height=600,left=500,top=200',
      );
    });

    it('that a phone chooses: there it is a plain tab', () => {
      expect(features({}, true)).to.equal('');
    });

    it('and never asks for noopener, which would look like a blocked window', () => {
      expect(features()).not.to.contain('noopener');
    });
  });

  it('never starts left of or above the screen', () => {
    const { asked, page } = fakePage(() => fakeWindow());
    Object.assign(page, { screenX: -2000, screenY: -2000 });
    openPopup(WORDS, null, page);
    expect(asked[0]?.features).to.contain('left=0,top=0');
  });
});
