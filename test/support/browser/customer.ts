import { setTimeout as wait } from 'node:timers/promises';
import type {
  Browser,
  BrowserContext,
  BrowserContextOptions,
  FrameLocator,
  Locator,
  Page,
} from 'playwright-core';
import type { CallEvent } from '../../../src/sandbox/index.js';
import type { Heard } from './listening-script.js';
import type { Scope } from './scope.js';
import type { Wallet } from './wallet.js';

/** Milliseconds after which a condition that has not come true counts as never. */
const PATIENCE = 15_000;

/** One customer at the wallet's page, in a browser profile of their own. */
export interface Customer {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly element: Locator;
  /** The element's main button. */
  readonly button: Locator;
  /** All that the page's console has said. */
  readonly said: readonly string[];
  /** Errors that nobody caught. */
  readonly uncaught: readonly string[];
}

/** Opens a profile that is gone with the scope, and in it the wallet's page. `device`: what is not as usual in India. */
export const visit = async (
  scope: Scope,
  browser: Browser,
  { url }: Pick<Wallet, 'url'>,
  arrive: (page: Page) => Promise<unknown> = () => Promise.resolve(),
  device: BrowserContextOptions = {},
): Promise<Customer> => {
  const context = await browser.newContext({
    timezoneId: 'Asia/Kolkata',
    permissions: ['geolocation'],
    geolocation: { latitude: 12.97, longitude: 77.59 },
    ...device,
  });
  scope.after(() => context.close());
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const said: string[] = [];
  const uncaught: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', ({ message }) => uncaught.push(message));
  await arrive(page);
  await page.goto(url);
  const element = page.locator('enkash-vkyc-button');
  return { context, page, element, button: element.locator('[part=button]'), said, uncaught };
};

/** Waits until the element is in a state and, if said, a phase. */
export const reaches = ({ page }: Pick<Customer, 'page'>, state: string, phase?: string): Promise<void> =>
  page
    .locator(`enkash-vkyc-button[state="${state}"]${phase === undefined ? '' : `[phase="${phase}"]`}`)
    .waitFor();

/** Waits until the page shows a text. */
export const reads = ({ page }: Pick<Customer, 'page'>, text: string): Promise<void> =>
  page.getByText(text, { exact: true }).filter({ visible: true }).first().waitFor();

/** Waits until the page has so many whole answers of the session endpoint, refusals included. */
export const hasAnswers = ({ page }: Pick<Customer, 'page'>, count: number): Promise<void> =>
  until(`the page has ${count} answers of the session endpoint`, async () => {
    // Playwright's `response.finished()` may wait for ever; the page's own timings are written when an answer is whole
    const answers = await page.evaluate<number>(
      `performance.getEntriesByType('resource').filter(({ name }) => name.includes('/vkyc/session/')).length`,
    );
    return answers >= count;
  });

/** The window that an action opens. */
export const windowOpenedBy = async (
  { context }: Pick<Customer, 'context'>,
  action: () => Promise<unknown>,
): Promise<Page> => {
  const [opened] = await Promise.all([context.waitForEvent('page'), action()]);
  return opened;
};

/** All that the page heard so far, and of one type if said. */
export const heard = async (page: Page, type?: string): Promise<Heard[]> => {
  const all = await page.evaluate<Heard[]>('heard');
  return all.filter((one) => type === undefined || one.type === type);
};

/** The types of what the page heard, less opening hours: those depend on the device's own clock. */
export const story = async (page: Page): Promise<string[]> =>
  (await heard(page)).map(({ type }) => type).filter((type) => type !== 'vkyc-availability-change');

/** Waits until something is so. */
export const until = async (what: string, isSo: () => boolean | Promise<boolean>): Promise<void> => {
  const deadline = performance.now() + PATIENCE;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`Waited in vain until ${what}.`);
    await wait(20);
  }
};

/** Waits until the call's page has reported this to EnKash and Signzy. */
export const callReports = ({ sandbox }: Wallet, event: CallEvent): Promise<void> =>
  until(`the call reports "${event}"`, () =>
    sandbox.snapshot().customers.some(({ lastEvent }) => lastEvent === event),
  );

/** Presses a button of the call. Clicks of the mouse do not reach another site's frame in Firefox under automation. */
const press = (call: Page | FrameLocator, name: string): Promise<void> => {
  const button = call.getByRole('button', { name });
  return 'owner' in call ? button.dispatchEvent('click') : button.click();
};

/** Checks the devices and joins the call; tells what the call's page says of the devices. */
export const joinCall = async (call: Page | FrameLocator): Promise<string> => {
  await press(call, 'Check my devices');
  await call.getByRole('button', { name: 'Join the call' }).waitFor();
  const advice = await call.locator('#advice').innerText();
  await press(call, 'Join the call');
  return advice;
};

const ENDINGS = { approved: 'Agent approves', rejected: 'Agent rejects', dropped: 'Line drops' } as const;

/** Goes through the whole call, from the checks to its ending; tells what the page says of the devices. */
export const takeCall = async (
  call: Page | FrameLocator,
  wallet: Wallet,
  ending: keyof typeof ENDINGS,
): Promise<string> => {
  const advice = await joinCall(call);
  for (const reply of ['Yes, I agree', 'My card is in view', 'I looked left']) await press(call, reply);
  await press(call, ENDINGS[ending]);
  await callReports(wallet, ending);
  return advice;
};

/** Closes the call's window with its own button. */
export const leaveCall = async (call: Page): Promise<void> => {
  const closed = call.waitForEvent('close');
  // the window may be gone before the click is known to have been made
  await Promise.race([closed, call.getByRole('button', { name: 'Close this window' }).click()]).catch(
    () => undefined,
  );
  await closed;
};
