import { expect } from '@open-wc/testing';

import { callMode, MODES } from '../../src/launch/call-mode.js';

interface FakePage {
  /** Further properties of the page's global object. */
  readonly globals?: object;
  readonly displayMode?: string;
  readonly userAgent?: string;
  /** Features that the page's Permissions-Policy blocks; undefined where the browser does not expose the policy. */
  readonly blocked?: readonly string[];
}

const pageWith = ({ globals, displayMode = 'browser', userAgent = '', blocked }: FakePage) => {
  const document = blocked && {
    featurePolicy: { allowsFeature: (feature: string) => !blocked.includes(feature) },
  };
  const matchMedia = (query: string) => ({ matches: query.includes(`(display-mode: ${displayMode})`) });
  const page = {
    isSecureContext: true,
    navigator: { userAgent, mediaDevices: {} },
    document: document ?? {},
  };
  return { matchMedia, ...page, ...globals } as unknown as Window;
};

describe('callMode', () => {
  it('resolves auto to a popup', () => {
    expect(callMode('auto', pageWith({}))).to.deep.equal({ mode: 'popup', downgrade: null });
    expect(callMode('auto')).to.deep.equal({ mode: 'popup', downgrade: null });
  });

  it('resolves auto to the same tab in an installed app, which has no second window to return from', () => {
    for (const displayMode of ['standalone', 'fullscreen'])
      expect(callMode('auto', pageWith({ displayMode })), displayMode).to.deep.equal({
        mode: 'redirect',
        downgrade: { from: 'popup', to: 'redirect', reason: 'standalone' },
      });
    expect(callMode('auto', pageWith({ displayMode: 'minimal-ui' })).mode).to.equal('popup');
  });

  it('resolves auto to a popup where there are no media queries', () => {
    expect(callMode('auto', pageWith({ globals: { matchMedia: undefined } })).mode).to.equal('popup');
  });

  it('resolves auto to a popup in third-party iOS browsers, which have a bridge too', () => {
    for (const name of ['CriOS/141.0', 'FxiOS/145.0', 'EdgiOS/141.0'])
      expect(
        callMode(
          'auto',
          pageWith({
            globals: { webkit: { messageHandlers: {} } },
            userAgent: `AppleWebKit/605 ${name} Safari/604`,
          }),
        ).mode,
        name,
      ).to.equal('popup');
  });

  it('resolves auto to the same tab in an Android WebView and in in-app browsers, by their user agent', () => {
    for (const userAgent of [
      'Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) Safari/537',
      '[FBAN/FB4A;FBAV/480.0]',
    ])
      expect(callMode('auto', pageWith({ userAgent })).downgrade?.reason, userAgent).to.equal('webview');
  });

  it("resolves auto to the same tab in a native shell's WebView, by its bridge", () => {
    for (const globals of [
      { ReactNativeWebView: {} },
      { flutter_inappwebview: {} },
      { webkit: { messageHandlers: {} } },
    ])
      expect(callMode('auto', pageWith({ globals })), Object.keys(globals).join()).to.deep.equal({
        mode: 'redirect',
        downgrade: { from: 'popup', to: 'redirect', reason: 'webview' },
      });
  });

  it("does not mistake a browser's own webkit object for a bridge", () => {
    for (const webkit of [undefined, null, {}, 'webkit', () => 'webkit'])
      expect(callMode('auto', pageWith({ globals: { webkit } })).mode).to.equal('popup');
  });

  it('resolves iframe to a popup where the page may not delegate camera or microphone', () => {
    for (const blocked of [['camera'], ['microphone'], ['camera', 'microphone']])
      expect(callMode('iframe', pageWith({ blocked })), blocked.join()).to.deep.equal({
        mode: 'popup',
        downgrade: { from: 'iframe', to: 'popup', reason: 'camera-not-delegated' },
      });
    expect(callMode('iframe', pageWith({ blocked: ['geolocation'] })).mode).to.equal('iframe');
    expect(callMode('iframe', pageWith({ blocked: [] })).mode).to.equal('iframe');
  });

  it('keeps iframe where the browser does not expose the policy', () => {
    expect(callMode('iframe', pageWith({}))).to.deep.equal({ mode: 'iframe', downgrade: null });
  });

  it('resolves iframe to a popup on a page without cameras: an insecure one, or one in a browser that has none', () => {
    for (const globals of [
      { isSecureContext: false },
      { isSecureContext: undefined },
      { navigator: { userAgent: '' } },
    ])
      expect(callMode('iframe', pageWith({ globals })), Object.keys(globals).join()).to.deep.equal({
        mode: 'popup',
        downgrade: { from: 'iframe', to: 'popup', reason: 'insecure' },
      });
  });

  it('keeps every other mode of the page, wherever it runs', () => {
    const page = pageWith({
      globals: { ReactNativeWebView: {} },
      displayMode: 'standalone',
      blocked: ['camera'],
    });
    for (const mode of ['popup', 'redirect', 'host'] as const)
      expect(callMode(mode, page)).to.deep.equal({ mode, downgrade: null });
  });
});

describe('MODES', () => {
  it('lists each mode once, the default first', () => {
    expect(MODES).to.deep.equal(['auto', 'popup', 'iframe', 'redirect', 'host']);
  });
});
