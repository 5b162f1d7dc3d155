import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { unpackChromium } from './unpack-chromium.js';

const fromPath = (...names: string[]) =>
  names.flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)));

const fromApplications = (...names: string[]) =>
  names.flatMap((name) =>
    ['/Applications', join(process.env.HOME ?? '', 'Applications')].map((folder) =>
      join(folder, `${name}.app`, 'Contents/MacOS', name),
    ),
  );

const fromProgramFiles = (...paths: string[]) =>
  paths.flatMap((path) =>
    ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => join(process.env[name] ?? '', path)),
  );

/** Where a system usually keeps browsers of the Chromium family, best first. */
const chromiumPlaces = () => {
  if (process.platform === 'darwin') return fromApplications('Google Chrome', 'Chromium', 'Microsoft Edge');
  if (process.platform === 'win32') {
    return fromProgramFiles(
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    );
  }
  return fromPath(
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  );
};

const firefoxPlaces = () => {
  // its executable is called `firefox`; macOS disks do not mind the case
  if (process.platform === 'darwin') return fromApplications('Firefox');
  if (process.platform === 'win32') return fromProgramFiles('Mozilla Firefox/firefox.exe');
  return fromPath('firefox-esr', 'firefox');
};

const named = (variable: 'CHROME_PATH' | 'FIREFOX_PATH') => {
  const path = process.env[variable];
  if (path && !existsSync(path)) {
    throw new Error(`${variable} names no file: ${path}. Set it to a browser's executable, or unset it.`);
  }
  return path;
};

/**
 * A complete browser of the Chromium family: `CHROME_PATH`, else an installed Chrome, Chromium or Edge.
 * Only a complete one has a popup blocker. Undefined when there is none.
 */
export const findFullChromium = (): string | undefined =>
  named('CHROME_PATH') || chromiumPlaces().find(existsSync);

/**
 * Any Chromium that can run tests: a complete one, else on Linux the headless shell that comes with `npm ci`.
 * @throws when there is none, saying what to install.
 */
export const findChromium = (): string => {
  const found = findFullChromium() ?? unpackChromium();
  if (!found) {
    throw new Error(
      'No browser found. Install Chrome, Chromium or Edge, or set CHROME_PATH to its executable.',
    );
  }
  return found;
};

/** Firefox: `FIREFOX_PATH`, else an installed one. Undefined when there is none, which CI does not accept. */
export const findFirefox = (): string | undefined =>
  named('FIREFOX_PATH') || firefoxPlaces().find(existsSync);
