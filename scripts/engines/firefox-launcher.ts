import type { BrowserLauncher } from '@web/test-runner';
import { firefox, type Browser, type Page } from 'playwright-core';
import { requirePath } from '../requirements.js';

/** A launcher for Web Test Runner whose commands drive the page of Playwright. */
export interface FirefoxLauncher extends BrowserLauncher {
  readonly type: 'playwright';
  getPage(sessionId: string): Page;
}

/** Runs test files one after another in the installed Firefox, each in a profile of its own. */
export function firefoxLauncher(): FirefoxLauncher {
  let browser: Promise<Browser> | undefined;
  const pages = new Map<string, Page>();
  const pageOf = (sessionId: string) => {
    const page = pages.get(sessionId);
    if (!page) throw new Error(`There is no page for the session ${sessionId}.`);
    return page;
  };
  return {
    name: 'Firefox',
    type: 'playwright',
    concurrency: 1,
    getPage: pageOf,
    async startSession(sessionId, url) {
      browser ??= firefox.launch({ channel: 'moz-firefox', executablePath: requirePath('firefox') });
      const context = await (await browser).newContext({ viewport: { width: 800, height: 600 } });
      const page = await context.newPage();
      pages.set(sessionId, page);
      await page.goto(url);
    },
    isActive: (sessionId) => pages.has(sessionId),
    getBrowserUrl: (sessionId) => pages.get(sessionId)?.url(),
    async stopSession(sessionId) {
      await pageOf(sessionId).context().close();
      pages.delete(sessionId);
      return {};
    },
    async stop() {
      await (await browser)?.close();
    },
    startDebugSession: () => Promise.reject(new Error('Firefox cannot be debugged this way.')),
  };
}
