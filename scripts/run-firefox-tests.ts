/** `npm run test:firefox`: the tests that run inside a browser, in Firefox. Web Test Runner reads its own arguments. */
import { FIREFOX_EXCLUSIONS } from './engines/exclusions.js';
import { firefoxLauncher } from './engines/firefox-launcher.js';
import { runBrowserSuite } from './engines/run-browser-suite.js';

await runBrowserSuite({
  requirements: ['firefox'],
  launcher: firefoxLauncher,
  exclusions: FIREFOX_EXCLUSIONS,
});
