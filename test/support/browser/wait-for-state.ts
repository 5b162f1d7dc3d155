import type { Customer } from './visit-page.js';
import { waitUntil } from './wait-until.js';

type OnPage = Pick<Customer, 'page'>;

/** Waits until the element is in a state and, when given, a phase. */
export const waitForState = ({ page }: OnPage, state: string, phase?: string): Promise<void> =>
  page
    .locator(`enkash-vkyc-button[state="${state}"]${phase === undefined ? '' : `[phase="${phase}"]`}`)
    .waitFor();

/** Waits until the page shows a text. */
export const waitForText = ({ page }: OnPage, text: string): Promise<void> =>
  page.getByText(text, { exact: true }).filter({ visible: true }).first().waitFor();

/** Waits until the page has received this many complete responses of the session endpoint, refusals included. */
export const waitForResponses = ({ page }: OnPage, count: number): Promise<void> =>
  waitUntil(`the page has ${count} responses of the session endpoint`, async () => {
    // Playwright's `response.finished()` may never settle; the page's own timings are written once a response is complete.
    const received = await page.evaluate<number>(
      `performance.getEntriesByType('resource').filter(({ name }) => name.includes('/vkyc/session/')).length`,
    );
    return received >= count;
  });
