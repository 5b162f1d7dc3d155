import { chromium, firefox, type Browser } from 'playwright-core';
import { canUseSandbox, quietFlags } from '../../../scripts/chromium-flags.js';
import { requirePath, type RequirementName } from '../../../scripts/requirements.js';
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

const mediaFlags = (media: BrowserManners['media']) => [
  ...(media ? ['--use-fake-device-for-media-stream'] : []),
  ...(media === 'granted' ? ['--use-fake-ui-for-media-stream'] : []),
];

/**
 * Starts a headless Chromium. With a popup blocker it must be a complete one.
 *
 * A call of `page.evaluate` counts as a customer's gesture: to see a popup blocked, let the page's own script open it.
 */
export const startChromium = ({
  popupBlocker = false,
  media,
  keepsPages = false,
}: BrowserManners = {}): Promise<Browser> =>
  chromium.launch({
    executablePath: requirePath(popupBlocker ? 'full-chromium' : 'chromium'),
    chromiumSandbox: canUseSandbox,
    args: [...quietFlags, ...mediaFlags(media)],
    ignoreDefaultArgs: [
      ...(popupBlocker ? ['--disable-popup-blocking'] : []),
      ...(keepsPages ? ['--disable-back-forward-cache'] : []),
    ],
  });

/** Starts a headless Chromium that closes with the scope. */
export const launchChromium = async (scope: Scope, manners: BrowserManners = {}): Promise<Browser> => {
  const browser = await startChromium(manners);
  scope.after(() => browser.close());
  return browser;
};

/** Starts a headless Firefox. It knows neither touch, nor `colorScheme`, nor `reducedMotion`. */
export const startFirefox = ({ popupBlocker = false, media }: BrowserManners = {}): Promise<Browser> =>
  firefox.launch({
    // the installed product, driven through WebDriver BiDi, instead of Playwright's own build
    channel: 'moz-firefox',
    executablePath: requirePath('firefox'),
    firefoxUserPrefs: {
      'dom.disable_open_during_load': popupBlocker,
      'media.navigator.streams.fake': media !== undefined,
      'media.navigator.permission.disabled': media === 'granted',
    },
  });

/** A browser engine under test. */
export interface Engine {
  readonly name: string;
  readonly requirement: RequirementName;
  readonly start: (manners?: BrowserManners) => Promise<Browser>;
}

/** Both engines, for what each does in its own way. */
export const ENGINES: readonly Engine[] = [
  { name: 'Chromium', requirement: 'chromium', start: startChromium },
  { name: 'Firefox', requirement: 'firefox', start: startFirefox },
];
