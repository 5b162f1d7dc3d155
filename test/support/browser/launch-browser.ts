import { chromium, firefox, type Browser } from 'playwright-core';
import { canUseSandbox, quietFlags } from '../../../scripts/chromium-flags.js';
import { requirePath, type RequirementName } from '../../../scripts/requirements.js';
import type { CleanupScope } from './cleanup-scope.js';

/** How a browser is launched. */
export interface BrowserOptions {
  /** Whether to block popups, as in a customer's browser; automation turns that off by default. */
  popupBlocker?: boolean;
  /** Adds a fake camera and microphone, whose use is `granted` or `denied`; by default there are none. */
  media?: 'granted' | 'denied';
  /** Whether to keep pages in the back/forward cache, as in a customer's browser; automation turns that off by default. Chromium only. */
  backForwardCache?: boolean;
  /** Whether scroll bars take space, as on a desktop; automation hides them by default. Chromium only. */
  scrollBars?: boolean;
}

const mediaFlags = (media: BrowserOptions['media']) => [
  ...(media ? ['--use-fake-device-for-media-stream'] : []),
  ...(media === 'granted' ? ['--use-fake-ui-for-media-stream'] : []),
];

/**
 * Starts a headless Chromium; with a popup blocker a complete one, as a headless shell does not block popups.
 *
 * A call of `page.evaluate` counts as a user gesture: for a blocked popup, let the page's own script open it.
 */
export const startChromium = ({
  popupBlocker = false,
  media,
  backForwardCache = false,
  scrollBars = false,
}: BrowserOptions = {}): Promise<Browser> =>
  chromium.launch({
    executablePath: requirePath(popupBlocker ? 'full-chromium' : 'chromium'),
    chromiumSandbox: canUseSandbox,
    args: [...quietFlags, ...mediaFlags(media)],
    ignoreDefaultArgs: [
      ...(popupBlocker ? ['--disable-popup-blocking'] : []),
      ...(backForwardCache ? ['--disable-back-forward-cache'] : []),
      ...(scrollBars ? ['--hide-scrollbars'] : []),
    ],
  });

/** Starts a headless Chromium that is closed with the scope. */
export const launchChromium = async (scope: CleanupScope, options: BrowserOptions = {}): Promise<Browser> => {
  const browser = await startChromium(options);
  scope.after(() => browser.close());
  return browser;
};

/** Starts a headless Firefox. It supports neither touch, nor `colorScheme`, nor `reducedMotion`. */
export const startFirefox = ({ popupBlocker = false, media }: BrowserOptions = {}): Promise<Browser> =>
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
  readonly start: (options?: BrowserOptions) => Promise<Browser>;
}

/** Both engines, for behaviour that differs between them. */
export const ENGINES: readonly Engine[] = [
  { name: 'Chromium', requirement: 'chromium', start: startChromium },
  { name: 'Firefox', requirement: 'firefox', start: startFirefox },
];
