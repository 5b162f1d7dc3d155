import { expect } from '@open-wc/testing';

import { forgetCall, rememberCall, rememberedPlace } from '../../src/launch/remembered-call.js';

const NOW = Date.UTC(2026, 10, 23, 5, 30);
const HOUR_MS = 3_600_000;

/** Ways in which a browser or a page keeps a script from its storage. */
const BLOCKED: Readonly<Record<string, () => unknown>> = {
  'throws when it is read': () => {
    throw new DOMException('denied', 'SecurityError');
  },
  'is null': () => null,
  'is missing': () => undefined,
  'throws at every access': () =>
    new Proxy(
      {},
      {
        get() {
          throw new DOMException('full', 'QuotaExceededError');
        },
      },
    ),
};

describe('rememberCall', () => {
  afterEach(() => {
    forgetCall('window');
    forgetCall('phone');
  });

  it('remembers the place for an hour, also with a device clock that was set back', () => {
    rememberCall('window', NOW);
    expect(rememberedPlace(NOW)).to.equal('window');
    expect(rememberedPlace(NOW + HOUR_MS - 1)).to.equal('window');
    expect(rememberedPlace(NOW - HOUR_MS + 1)).to.equal('window');
    expect(rememberedPlace(NOW + HOUR_MS)).to.equal(null);
    expect(rememberedPlace(NOW - HOUR_MS)).to.equal(null);
  });

  it('remembers the last place only, until that is forgotten', () => {
    rememberCall('window', NOW);
    rememberCall('phone', NOW + 1);
    expect(rememberedPlace(NOW + 1)).to.equal('phone');
    forgetCall('window');
    expect(rememberedPlace(NOW + 1)).to.equal('phone');
    forgetCall('phone');
    expect(rememberedPlace(NOW + 1)).to.equal(null);
  });

  it('stores only a time', () => {
    rememberCall('window', NOW);
    const keys = Object.keys(sessionStorage).filter((key) => key.startsWith('enkash'));
    expect(keys).to.deep.equal(['enkash-vkyc-button:window']);
    expect(sessionStorage.getItem('enkash-vkyc-button:window')).to.equal(String(NOW));
  });

  it('ignores what somebody else has stored there', () => {
    for (const value of ['', 'soon', '{}', 'Infinity', '-1', '1e999', String(NOW).repeat(9)]) {
      sessionStorage.setItem('enkash-vkyc-button:window', value);
      expect(rememberedPlace(NOW), value).to.equal(null);
    }
  });

  for (const [name, get] of Object.entries(BLOCKED))
    it(`remembers within the page, and throws nothing, where the storage ${name}`, () => {
      const own = Object.getOwnPropertyDescriptor(window, 'sessionStorage');
      Object.defineProperty(window, 'sessionStorage', { configurable: true, get });
      try {
        rememberCall('phone', NOW);
        expect(rememberedPlace(NOW)).to.equal('phone');
        forgetCall('phone');
        expect(rememberedPlace(NOW)).to.equal(null);
      } finally {
        if (own) Object.defineProperty(window, 'sessionStorage', own);
      }
    });
});
