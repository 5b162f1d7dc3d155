import { chromium, firefox, type Browser } from 'playwright-core';
import { isRoot, quietFlags } from '../../../scripts/chromium-flags.js';
import { findChromium, findFirefox, findFullChromium } from '../../../scripts/find-browser.js';
import type { CleanupScope } from './cleanup-scope.js';

/** How a browser is launched. */
export interface BrowserOptions {
  /** Whether to block popups, as in a customer's browser; automation turns that off by default. */
  popupBlocker?: boolean;
  /** Adds a fake camera and microphone, whose use is `granted` or `denied`; by default there are none. */
  media?: 'granted' | 'denied';
  /** Whether to keep pages in the back/forward cache, as in a customer's browser; automation turns that off by default. Chromium only. */
  backForwardCache?: boolean;
}

const fullChromium = () => {
  const found = findFullChromium();
  if (!found) {
    throw new Error(
      'A headless shell does not block popups. Install Chrome, Chromium or Edge, or set CHROME_PATH.',
    );
  }
  return found;
};

const mediaFlags = (media: BrowserOptions['media']) => [
  ...(media ? ['--use-fake-device-for-media-stream'] : []),
  ...(media === 'granted' ? ['--use-fake-ui-for-media-stream'] : []),
];

/**
 * Starts a headless Chromium that is closed with the scope.
 *
 * A call of `page.evaluate` counts as a user gesture: for a blocked popup, let the page's own script open it.
 */
export const launchChromium = async (
  scope: CleanupScope,
  { popupBlocker = false, media, backForwardCache = false }: BrowserOptions = {},
): Promise<Browser> => {
  const browser = await chromium.launch({
    executablePath: popupBlocker ? fullChromium() : findChromium(),
    chromiumSandbox: !isRoot,
    args: [...quietFlags, ...mediaFlags(media)],
    ignoreDefaultArgs: [
      ...(popupBlocker ? ['--disable-popup-blocking'] : []),
      ...(backForwardCache ? ['--disable-back-forward-cache'] : []),
    ],
  });
  scope.after(() => browser.close());
  return browser;
};

/** Starts a headless Firefox that is closed with the scope. It supports neither touch, nor `colorScheme`, nor `reducedMotion`. */
export const launchFirefox = async (
  scope: CleanupScope,
  { popupBlocker = false, media }: BrowserOptions = {},
): Promise<Browser> => {
  const executablePath = findFirefox();
  if (!executablePath)
    throw new Error('No Firefox found. Install it, or set FIREFOX_PATH to its executable.');
  const browser = await firefox.launch({
    // the installed product, driven through WebDriver BiDi, instead of Playwright's own build
    channel: 'moz-firefox',
    executablePath,
    firefoxUserPrefs: {
      'dom.disable_open_during_load': popupBlocker,
      'media.navigator.streams.fake': media !== undefined,
      'media.navigator.permission.disabled': media === 'granted',
    },
  });
  scope.after(() => browser.close());
  return browser;
};

/** Starts both browsers, for behaviour that differs between engines. */
export const launchBoth = async (
  scope: CleanupScope,
  options: BrowserOptions,
): Promise<readonly { readonly name: string; readonly browser: Browser }[]> => [
  { name: 'Chromium', browser: await launchChromium(scope, options) },
  { name: 'Firefox', browser: await launchFirefox(scope, options) },
];
