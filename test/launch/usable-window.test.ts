import { expect } from '@open-wc/testing';

import { isUsableWindow } from '../../src/launch/usable-window.js';

const noop = () => undefined;
const own = window;

/** Something that behaves like a window as far as it is asked, except for `change`. */
const standIn = (change: object = {}) => ({
  closed: false,
  focus: noop,
  close: noop,
  location: { replace: noop },
  ...change,
});

const throwing = (name: string) =>
  Object.defineProperty(standIn(), name, {
    get() {
      throw new Error('hostile');
    },
  });

describe('isUsableWindow', () => {
  it('accepts a window that the browser has just opened', () => {
    const popup = own.open('', '', 'popup');
    try {
      expect(isUsableWindow(popup, own)).to.equal(true);
    } finally {
      popup?.close();
    }
  });

  it('accepts a window whose page cannot be read', () => {
    const location = {
      get href() {
        throw new DOMException('Blocked a frame', 'SecurityError');
      },
      replace: noop,
    };
    expect(isUsableWindow(standIn({ location }), own)).to.equal(true);
  });

  it('rejects everything else than a window', () => {
    for (const nothing of [null, undefined, true, 1, 'window', Symbol('w'), {}, [], noop, new Proxy({}, {})])
      expect(isUsableWindow(nothing, own), typeof nothing).to.equal(false);
  });

  it('rejects a stand-in that lacks what a call needs', () => {
    for (const change of [
      { closed: undefined },
      { closed: true },
      { closed: 0 },
      { closed: noop },
      { focus: undefined },
      { close: 'close' },
      { location: undefined },
      { location: 'about:blank' },
      { location: {} },
      { location: { assign: noop, href: '' } },
    ])
      expect(isUsableWindow(standIn(change), own), JSON.stringify(change)).to.equal(false);
  });

  it('rejects what throws when it is read', () => {
    for (const name of ['closed', 'focus', 'close', 'location', 'window', 'self', 'parent', 'top'])
      expect(isUsableWindow(throwing(name), own), name).to.equal(false);
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    expect(isUsableWindow(revoked.proxy, own)).to.equal(false);
  });

  it('rejects the window of the page, and what stands for it', () => {
    const bound = new Proxy(own, { get: (target, name) => Reflect.get(target, name) as unknown });
    for (const ours of [own, own.self, own.parent, own.top, Object.create(own), bound])
      expect(isUsableWindow(ours, own)).to.equal(false);
    for (const change of [
      { window: own },
      { self: own },
      { parent: own },
      { top: own.top },
      { location: own.location },
      { document: own.document },
    ])
      expect(isUsableWindow(standIn(change), own), Object.keys(change).join()).to.equal(false);
  });

  it('rejects the window that opened the page, and the frames of the page and around it', () => {
    const opener = standIn();
    expect(isUsableWindow(opener, { opener, location: {} } as unknown as Window)).to.equal(false);
    const frame = document.createElement('iframe');
    document.body.append(frame);
    try {
      const inner = frame.contentWindow as Window;
      expect(isUsableWindow(inner, own)).to.equal(false);
      expect(isUsableWindow(own, inner)).to.equal(false);
      expect(isUsableWindow(standIn({ document: inner.document }), own)).to.equal(false);
    } finally {
      frame.remove();
    }
  });

  it('rejects a window that shows a page already', () => {
    for (const href of ['https://wallet.example/', 'file:///app.html', 'javascript:0'])
      expect(isUsableWindow(standIn({ location: { href, replace: noop } }), own), href).to.equal(false);
    for (const href of ['', 'about:blank', undefined])
      expect(isUsableWindow(standIn({ location: { href, replace: noop } }), own), href).to.equal(true);
  });
});
