import { expect } from '@open-wc/testing';

import { callMode, MODES } from '../../src/launch/call-mode.js';

interface Page {
  /** What is on the page's global object besides. */
  readonly globals?: object;
  readonly displayMode?: string;
  readonly userAgent?: string;
  /** Features that the page's Permissions-Policy keeps from frames; left out, the browser does not tell. */
  readonly withheld?: readonly string[];
}

const pageWith = ({ globals, displayMode = 'browser', userAgent = '', withheld }: Page) => {
  const document = withheld && {
    featurePolicy: { allowsFeature: (feature: string) => !withheld.includes(feature) },
  };
  const matchMedia = (query: string) => ({ matches: query.includes(`(display-mode: ${displayMode})`) });
  return { matchMedia, navigator: { userAgent }, document: document ?? {}, ...globals } as unknown as Window;
};

describe('callMode', () => {
  it('decides auto for a window of its own', () => {
    expect(callMode('auto', pageWith({}))).to.deep.equal({ mode: 'popup', downgrade: null });
    expect(callMode('auto')).to.deep.equal({ mode: 'popup', downgrade: null });
  });

  it('decides auto for the same tab in an installed app, which has no second window to come back from', () => {
    for (const displayMode of ['standalone', 'fullscreen'])
      expect(callMode('auto', pageWith({ displayMode })), displayMode).to.deep.equal({
        mode: 'redirect',
        downgrade: { from: 'popup', to: 'redirect', reason: 'standalone' },
      });
    expect(callMode('auto', pageWith({ displayMode: 'minimal-ui' })).mode).to.equal('popup');
  });

  it("decides auto for a window of its own in other makers' browsers on an iPhone, which have a bridge too", () => {
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

  it("decides auto for the same tab in an Android WebView and in other apps' browsers, known by their names", () => {
    for (const userAgent of [
      'Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) Safari/537',
      '[FBAN/FB4A;FBAV/480.0]',
    ])
      expect(callMode('auto', pageWith({ userAgent })).downgrade?.reason, userAgent).to.equal('webview');
  });

  it("decides auto for the same tab in a native shell's WebView, known by its bridge", () => {
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

  it("takes no browser's own webkit object for a bridge", () => {
    for (const webkit of [undefined, null, {}, 'webkit', () => 'webkit'])
      expect(callMode('auto', pageWith({ globals: { webkit } })).mode).to.equal('popup');
  });

  it('lets iframe give way to a window where the page may not lend camera or microphone', () => {
    for (const withheld of [['camera'], ['microphone'], ['camera', 'microphone']])
      expect(callMode('iframe', pageWith({ withheld })), withheld.join()).to.deep.equal({
        mode: 'popup',
        downgrade: { from: 'iframe', to: 'popup', reason: 'camera-not-delegated' },
      });
    expect(callMode('iframe', pageWith({ withheld: ['geolocation'] })).mode).to.equal('iframe');
    expect(callMode('iframe', pageWith({ withheld: [] })).mode).to.equal('iframe');
  });

  it('allows iframe where the browser does not tell', () => {
    expect(callMode('iframe', pageWith({}))).to.deep.equal({ mode: 'iframe', downgrade: null });
  });

  it('heeds every other word of the page, wherever it runs', () => {
    const page = pageWith({
      globals: { ReactNativeWebView: {} },
      displayMode: 'standalone',
      withheld: ['camera'],
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
