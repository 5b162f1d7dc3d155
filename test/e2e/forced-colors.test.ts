import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { reaches, visit } from '../support/browser/customer.js';
import { dialogOf, IFRAME, openDialog, pressInDialog } from '../support/browser/dialog.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import { startWallet } from '../support/browser/wallet.js';

const browser = await launchChromium({ after });
const FORCED = { forcedColors: 'active' } as const;
const SUNDAY_NOON = Date.UTC(2026, 10, 22, 6, 30);

/** One property as it is painted. */
const painted = (element: Locator, property: string): Promise<string> =>
  element.evaluate((one, name) => getComputedStyle(one).getPropertyValue(name), property);

/** Whether an edge is drawn around it, in another colour than what lies below. */
const hasEdge = async (element: Locator): Promise<boolean> =>
  (await painted(element, 'border-top-style')) === 'solid' &&
  (await painted(element, 'border-top-width')) !== '0px' &&
  (await painted(element, 'border-top-color')) !== (await painted(element, 'background-color'));

describe('in forced colours', () => {
  it('button and badge have an edge, and the focus is seen', async (t) => {
    const customer = await visit(t, browser, await startWallet(t), undefined, FORCED);
    await reaches(customer, 'ready');
    assert.equal(await hasEdge(customer.button), true);
    assert.equal(await hasEdge(customer.element.locator('[part=badge]')), true);
    await customer.page.keyboard.press('Tab');
    assert.equal(await painted(customer.button, 'outline-style'), 'solid');
    assert.equal(await painted(customer.button, 'outline-width'), '3px');
  });

  it('a button that can do nothing now is told from one that can by its colour', async (t) => {
    const open = await visit(t, browser, await startWallet(t), undefined, FORCED);
    const closed = await visit(t, browser, await startWallet(t, { at: SUNDAY_NOON }), undefined, FORCED);
    await reaches(open, 'ready');
    await reaches(closed, 'closed');
    assert.notEqual(await painted(closed.button, 'color'), await painted(open.button, 'color'));
  });

  it('the sign of something under way keeps its gap, without which it would not be seen to turn', async (t) => {
    const wallet = await startWallet(t);
    const release = wallet.holdNext('GET');
    const customer = await visit(t, browser, wallet, undefined, FORCED);
    await reaches(customer, 'loading');
    const spinner = customer.element.locator('[part=spinner]');
    assert.notEqual(
      await painted(spinner, 'border-inline-end-color'),
      await painted(spinner, 'border-inline-start-color'),
    );
    release();
  });

  it('the dialog, its parts and its buttons have an edge', async (t) => {
    const wallet = await startWallet(t, { attributes: IFRAME });
    const customer = await visit(t, browser, wallet, undefined, FORCED);
    await openDialog(customer);
    await pressInDialog(customer, 'Close');
    assert.equal(await hasEdge(dialogOf(customer)), true);
    for (const button of await dialogOf(customer).getByRole('button').all())
      assert.equal(await hasEdge(button), true, await button.innerText());
  });
});
