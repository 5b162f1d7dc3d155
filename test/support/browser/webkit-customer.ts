import type { WebDriver, WebElement } from 'selenium-webdriver';
import { startWebKit } from '../../../scripts/engines/start-webkit.js';
import type { CleanupScope } from './cleanup-scope.js';
import { waitUntil } from './wait-until.js';

/** A customer at a page with the element in WebKitGTK, in one browser whose windows they switch between. */
export interface WebKitCustomer {
  readonly driver: WebDriver;
  /** Opens a page in the window that is shown. */
  visit(url: string): Promise<void>;
  /** Waits until the element has a state and, when given, a phase. */
  waitForState(state: string, phase?: string): Promise<void>;
  /** Waits until the shadow root of the element shows a text. */
  waitForText(text: string): Promise<void>;
  /** The first match in the shadow root of the element. */
  find(selector: string): Promise<WebElement>;
  /** Clicks the first match in the shadow root of the element, as a customer does. */
  click(selector: string): Promise<void>;
  /** Presses a button of the call's page by its name, as soon as it is there. */
  press(name: string): Promise<void>;
  /** Waits until the call's page has a button of this name. */
  waitForButton(name: string): Promise<void>;
  /** Closes every window but the first one, and shows that one. */
  closeOtherWindows(): Promise<void>;
  /** The handle of the window that an action opens. */
  windowOpenedBy(action: () => Promise<void>): Promise<string>;
}

/** Starts WebKitGTK for a customer; it ends with the scope. */
export async function startWebKitCustomer(scope: CleanupScope): Promise<WebKitCustomer> {
  const webkit = await startWebKit();
  const { driver } = webkit;
  scope.after(() => webkit.stop());
  const first = await driver.getWindowHandle();
  const holds = (condition: string, ...values: unknown[]) =>
    driver
      .executeScript<boolean>(`return Boolean(${condition})`, ...values)
      // there is no page while one is left for another
      .catch(() => false);
  const find = (selector: string): Promise<WebElement> =>
    driver.executeScript<WebElement>(
      `return document.querySelector('enkash-vkyc-button').shadowRoot.querySelector(arguments[0])`,
      selector,
    );
  const isReady = () => holds(`document.readyState === 'complete'`);

  return {
    driver,
    find,
    async visit(url) {
      await driver.get(url);
      await waitUntil(`the page is there`, () => holds(`location.href.startsWith(arguments[0])`, url));
      await waitUntil('the page has loaded', isReady);
    },
    waitForState: (state, phase) =>
      waitUntil(`the state is ${state} and the phase ${phase ?? 'any'}`, () =>
        holds('document.querySelector(arguments[0])', stateSelector(state, phase)),
      ),
    waitForText: (text) =>
      waitUntil(`the element shows "${text}"`, () =>
        holds(
          `document.querySelector('enkash-vkyc-button')?.shadowRoot?.querySelector('.base').innerText.includes(arguments[0])`,
          text,
        ),
      ),
    async click(selector) {
      await (await find(selector)).click();
    },
    waitForButton: (name) => waitUntil(`the call has a button "${name}"`, () => holds(BUTTON, name)),
    async press(name) {
      await waitUntil(`the call has a button "${name}"`, () => holds(BUTTON, name));
      await (await driver.executeScript<WebElement>(`return ${BUTTON}`, name)).click();
    },
    async closeOtherWindows() {
      for (const handle of await driver.getAllWindowHandles()) {
        if (handle === first) continue;
        await driver.switchTo().window(handle);
        await driver.close();
      }
      await driver.switchTo().window(first);
    },
    async windowOpenedBy(action) {
      const before = await driver.getAllWindowHandles();
      const opened = async () => (await driver.getAllWindowHandles()).find((one) => !before.includes(one));
      await action();
      await waitUntil('a window opens', async () => (await opened()) !== undefined);
      return (await opened()) ?? '';
    },
  };
}

const BUTTON = `[...document.querySelectorAll('button')]
  .find((one) => one.innerText.trim() === arguments[0] && one.checkVisibility())`;

const stateSelector = (state: string, phase?: string) =>
  `enkash-vkyc-button[state="${state}"]${phase === undefined ? '' : `[phase="${phase}"]`}`;
