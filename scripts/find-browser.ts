import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findOnPath, fromVariable } from './find-program.js';
import { unpackChromium } from './unpack-chromium.js';

const fromApplications = (...names: readonly string[]) =>
  names
    .flatMap((name) =>
      ['/Applications', join(process.env.HOME ?? '', 'Applications')].map((folder) =>
        join(folder, `${name}.app`, 'Contents/MacOS', name),
      ),
    )
    .find(existsSync);

const fromProgramFiles = (...paths: readonly string[]) =>
  paths
    .flatMap((path) =>
      ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) =>
        join(process.env[name] ?? '', path),
      ),
    )
    .find(existsSync);

/** An installed browser of the Chromium family, stable releases first. */
const installedChromium = () => {
  if (process.platform === 'darwin') return fromApplications('Google Chrome', 'Chromium', 'Microsoft Edge');
  if (process.platform === 'win32') {
    return fromProgramFiles(
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    );
  }
  return findOnPath(
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  );
};

const installedFirefox = () => {
  // the executable is called `firefox`; the file system of macOS ignores case
  if (process.platform === 'darwin') return fromApplications('Firefox');
  if (process.platform === 'win32') return fromProgramFiles('Mozilla Firefox/firefox.exe');
  return findOnPath('firefox-esr', 'firefox');
};

/**
 * A complete browser of the Chromium family: `CHROME_PATH`, else an installed Chrome, Chromium or Edge.
 * Only a complete one has a popup blocker.
 */
export const findFullChromium = (): string | undefined => fromVariable('CHROME_PATH') ?? installedChromium();

/** Any Chromium that can run tests: a complete one, else the headless shell that `npm ci` installs on Linux. */
export const findChromium = (): string | undefined => findFullChromium() ?? unpackChromium();

/** Firefox: `FIREFOX_PATH`, else an installed one. */
export const findFirefox = (): string | undefined => fromVariable('FIREFOX_PATH') ?? installedFirefox();

/** The WebDriver of WebKitGTK, which starts the browser that it was built with. */
export const findWebKitDriver = (): string | undefined => findOnPath('WebKitWebDriver');
