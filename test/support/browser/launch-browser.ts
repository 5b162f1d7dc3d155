import { chromium, firefox, type Browser } from 'playwright-core';
import { isRoot, quietFlags } from '../../../scripts/chromium-flags.js';
import { findChromium, findFirefox, findFullChromium } from '../../../scripts/find-browser.js';
import type { Scope } from './scope.js';

/** How a browser meets the page. */
export interface BrowserManners {
  /** Block popups as for a customer; automation switches that off by default. */
  popupBlocker?: boolean;
  /** A fake camera and microphone whose use is `granted` or `denied`; neither exists by default. */
  media?: 'granted' | 'denied';
  /** Keeps a page that was left for Back, as for a customer; automation switches that off by default. Chromium alone. */
  keepsPages?: boolean;
}

const fullChromium = () => {
  const found = findFullChromium();
  if (!found) {
    throw new Error(
      'A headless shell blocks no popup. Install Chrome, Chromium or Edge, or set CHROME_PATH.',
    );
  }
  return found;
};

const mediaFlags = (media: BrowserManners['media']) => [
  ...(media ? ['--use-fake-device-for-media-stream'] : []),
  ...(media === 'granted' ? ['--use-fake-ui-for-media-stream'] : []),
];

/**
 * Starts a headless Chromium that closes with the scope.
 *
 * A call of `page.evaluate` counts as a customer's gesture: to see a popup blocked, let the page's own script open it.
 */
export const launchChromium = async (
  scope: Scope,
  { popupBlocker = false, media, keepsPages = false }: BrowserManners = {},
): Promise<Browser> => {
  const browser = await chromium.launch({
    executablePath: popupBlocker ? fullChromium() : findChromium(),
    chromiumSandbox: !isRoot,
    args: [...quietFlags, ...mediaFlags(media)],
    ignoreDefaultArgs: [
      ...(popupBlocker ? ['--disable-popup-blocking'] : []),
      ...(keepsPages ? ['--disable-back-forward-cache'] : []),
    ],
  });
  scope.after(() => browser.close());
  return browser;
};

/** Starts a headless Firefox that closes with the scope. It knows neither touch, nor `colorScheme`, nor `reducedMotion`. */
export const launchFirefox = async (
  scope: Scope,
  { popupBlocker = false, media }: BrowserManners = {},
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

/** Starts both browsers, for what each engine does in its own way. */
export const launchBoth = async (
  scope: Scope,
  manners: BrowserManners,
): Promise<readonly { readonly name: string; readonly browser: Browser }[]> => [
  { name: 'Chromium', browser: await launchChromium(scope, manners) },
  { name: 'Firefox', browser: await launchFirefox(scope, manners) },
];
