import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { SUNDAY_11 } from '../support/browser/instants.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import {
  callDialog,
  IFRAME_MODE,
  openCallDialog,
  pressInDialog,
} from '../support/browser/open-call-dialog.js';
import { startWallet } from '../support/browser/start-wallet.js';
import { visitPage, visitWallet } from '../support/browser/visit-page.js';
import { waitForState } from '../support/browser/wait-for-state.js';

const browser = await launchChromium({ after });
const device = { forcedColors: 'active' } as const;

/** The computed value of a CSS property. */
const computed = (element: Locator, property: string): Promise<string> =>
  element.evaluate((one, name) => getComputedStyle(one).getPropertyValue(name), property);

/** Whether an element has a border whose colour differs from its background. */
const hasEdge = async (element: Locator): Promise<boolean> =>
  (await computed(element, 'border-top-style')) === 'solid' &&
  (await computed(element, 'border-top-width')) !== '0px' &&
  (await computed(element, 'border-top-color')) !== (await computed(element, 'background-color'));

describe('forced colours', () => {
  it('give button and badge a border, and the focused button an outline', async (t) => {
    const { customer } = await visitWallet(t, browser, { device });
    await waitForState(customer, 'ready');
    assert.equal(await hasEdge(customer.button), true);
    assert.equal(await hasEdge(customer.element.locator('[part=badge]')), true);
    await customer.page.keyboard.press('Tab');
    assert.equal(await computed(customer.button, 'outline-style'), 'solid');
    assert.equal(await computed(customer.button, 'outline-width'), '3px');
  });

  it('give an inactive button another colour than an active one', async (t) => {
    const { customer: open } = await visitWallet(t, browser, { device });
    const { customer: closed } = await visitWallet(t, browser, { device, at: SUNDAY_11 });
    await waitForState(open, 'ready');
    await waitForState(closed, 'closed');
    assert.notEqual(await computed(closed.button, 'color'), await computed(open.button, 'color'));
  });

  it('keep the gap in the spinner, without which its rotation would be invisible', async (t) => {
    const wallet = await startWallet(t);
    const release = wallet.holdNext('GET');
    const customer = await visitPage(t, browser, { url: wallet.url, device });
    await waitForState(customer, 'loading');
    const spinner = customer.element.locator('[part=spinner]');
    assert.notEqual(
      await computed(spinner, 'border-inline-end-color'),
      await computed(spinner, 'border-inline-start-color'),
    );
    release();
  });

  it('give the dialog and its buttons a border', async (t) => {
    const { customer } = await visitWallet(t, browser, { device, attributes: IFRAME_MODE });
    await openCallDialog(customer);
    await pressInDialog(customer, 'Close');
    assert.equal(await hasEdge(callDialog(customer)), true);
    for (const button of await callDialog(customer).getByRole('button').all())
      assert.equal(await hasEdge(button), true, await button.innerText());
  });
});
