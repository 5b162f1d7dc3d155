import { expect } from '@open-wc/testing';

import { isInApp } from '../../src/device/is-in-app.js';
import { CHROME, FakeDeviceEnvironment } from '../support/fake-device-environment.js';

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';

describe('isInApp', () => {
  it('recognizes an Android WebView by its user agent', () => {
    const userAgent = CHROME.replace('; K)', '; K; wv)').replace('Chrome/', 'Version/4.0 Chrome/');
    expect(isInApp(new FakeDeviceEnvironment({ userAgent }))).to.equal(true);
  });

  it('recognizes an Apple WebView, which does not call itself Safari', () => {
    expect(isInApp(new FakeDeviceEnvironment({ userAgent: `${IPHONE} Mobile/15E148` }))).to.equal(true);
    expect(
      isInApp(
        new FakeDeviceEnvironment({
          userAgent:
            'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)',
        }),
      ),
    ).to.equal(true);
  });

  it('recognizes built-in browsers of messengers and social networks that name themselves', () => {
    for (const token of [
      'Mobile/15E148 [FBAN/FBIOS;FBAV/512.0.0;FBBV/1]',
      '[FB_IAB/FB4A;FBAV/512.0.0]',
      'Instagram 380.0.0',
      'Safari Line/15.4.0',
      'MicroMessenger/8.0.50',
      'Snapchat/13.0',
      '[LinkedInApp]',
      'Twitter for iPhone/10.80',
      'musical_ly_39.0.0 BytedanceWebview/d8a21c6',
    ])
      expect(isInApp(new FakeDeviceEnvironment({ userAgent: `${CHROME} ${token}` })), token).to.equal(true);
  });

  it('recognizes the bridges of React Native and Flutter, regardless of the user agent', () => {
    for (const globals of [{ ReactNativeWebView: {} }, { flutter_inappwebview: {} }])
      expect(isInApp(new FakeDeviceEnvironment({ globals })), Object.keys(globals).join()).to.equal(true);
  });

  it('is false for browsers, including Chrome for iOS, which has a bridge too', () => {
    for (const userAgent of [
      CHROME,
      `${IPHONE} Version/18.5 Mobile/15E148 Safari/604.1`,
      `${IPHONE} CriOS/147.0.7727.0 Mobile/15E148 Safari/604.1`,
      `${IPHONE} FxiOS/151.0 Mobile/15E148 Safari/604.1`,
      'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0',
      'Mozilla/5.0 (Linux; Android 15; Online/2) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36',
    ])
      expect(
        isInApp(new FakeDeviceEnvironment({ userAgent, globals: { webkit: { messageHandlers: {} } } })),
        userAgent,
      ).to.equal(false);
  });

  it('is false for a page on the home screen, although it does not call itself Safari', () => {
    const env = new FakeDeviceEnvironment({ userAgent: `${IPHONE} Mobile/15E148`, standalone: true });
    expect(isInApp(env)).to.equal(false);
  });

  it('is false for the browser that runs this test', () => {
    expect(isInApp()).to.equal(false);
  });
});
