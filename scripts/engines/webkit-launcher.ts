import type { BrowserLauncher } from '@web/test-runner';
import type { WebDriver } from 'selenium-webdriver';
import { startWebKit, type RunningWebKit } from './start-webkit.js';
import { webkitPage, type WebKitPage } from './webkit-page.js';

/** A launcher for Web Test Runner whose commands drive the page as they drive one of Playwright. */
export interface WebKitLauncher extends BrowserLauncher {
  readonly type: 'playwright';
  getPage(): WebKitPage;
}

const VIEWPORT = { width: 800, height: 600 };

/** Runs test files one after another in WebKitGTK, each in a page without what the last one stored. */
export function webkitLauncher(): WebKitLauncher {
  let running: Promise<RunningWebKit> | undefined;
  let driver: WebDriver | undefined;
  let mainWindow = '';
  let activeSession: string | undefined;

  const start = async () => {
    running ??= startWebKit();
    ({ driver } = await running);
    mainWindow ||= await driver.getWindowHandle();
    return driver;
  };

  return {
    name: 'WebKitGTK',
    type: 'playwright',
    concurrency: 1,
    getPage() {
      if (!driver) throw new Error('WebKitGTK has not been started.');
      return webkitPage(driver);
    },
    async startSession(sessionId, url) {
      activeSession = sessionId;
      const page = await start();
      await webkitPage(page).setViewportSize(VIEWPORT);
      await page.get(url);
    },
    isActive: (sessionId) => sessionId === activeSession,
    getBrowserUrl: () => driver?.getCurrentUrl(),
    async stopSession() {
      activeSession = undefined;
      const page = await start();
      await closeOtherWindows(page, mainWindow);
      await page.executeAsyncScript(FORGET_STORAGE);
      await page.get('about:blank');
      await page.wait(() => page.executeScript<boolean>(IS_BLANK).catch(() => false));
      return {};
    },
    async stop() {
      await (await running)?.stop();
    },
    startDebugSession: () => Promise.reject(new Error('WebKitGTK cannot be debugged this way.')),
  };
}

async function closeOtherWindows(driver: WebDriver, mainWindow: string): Promise<void> {
  for (const handle of await driver.getAllWindowHandles()) {
    if (handle === mainWindow) continue;
    await driver.switchTo().window(handle);
    await driver.close();
  }
  await driver.switchTo().window(mainWindow);
}

const IS_BLANK = `return location.href === 'about:blank'`;

const FORGET_STORAGE = `
const done = arguments[arguments.length - 1];
if (location.href === 'about:blank') return done();
localStorage.clear();
sessionStorage.clear();
navigator.serviceWorker.getRegistrations()
  .then((all) => Promise.all(all.map((one) => one.unregister())))
  .then(() => done(), () => done());
`;
