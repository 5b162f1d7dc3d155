import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import {
  heard,
  leaveCall,
  reaches,
  story,
  takeCall,
  visit,
  windowOpenedBy,
} from '../support/browser/customer.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import { startWallet } from '../support/browser/wallet.js';

const browser = await launchChromium({ after }, { media: 'granted' });

describe('however the customer presses, there is one window and one link', () => {
  it('opens one window for a triple click', async (t) => {
    const wallet = await startWallet(t);
    const customer = await visit(t, browser, wallet);
    await reaches(customer, 'ready');
    const call = await windowOpenedBy(customer, () => customer.button.click({ clickCount: 3 }));
    await reaches(customer, 'open');
    assert.equal(customer.context.pages().length, 2);
    assert.equal(wallet.links.length, 1);
    await takeCall(call, wallet, 'rejected');
    await leaveCall(call);
    await reaches(customer, 'ready', 'rejected');
  });

  it('opens one window for a held Enter', async (t) => {
    const wallet = await startWallet(t);
    const customer = await visit(t, browser, wallet);
    await reaches(customer, 'ready');
    const release = wallet.holdNext('POST');
    await customer.button.focus();
    await windowOpenedBy(customer, async () => {
      for (let repeat = 0; repeat < 8; repeat++) await customer.page.keyboard.down('Enter');
      await customer.page.keyboard.up('Enter');
    });
    release();
    await reaches(customer, 'open');
    assert.equal(customer.context.pages().length, 2);
    assert.equal(wallet.links.length, 1);
    assert.equal((await heard(customer.page, 'vkyc-open')).length, 1);
  });

  it('brings the one window to the front when the button is pressed during the call', async (t) => {
    const wallet = await startWallet(t);
    const customer = await visit(t, browser, wallet);
    await reaches(customer, 'ready');
    await windowOpenedBy(customer, () => customer.button.click());
    await reaches(customer, 'open');
    await customer.button.filter({ hasText: 'Go to the video call' }).click();
    await customer.button.click();
    assert.equal(customer.context.pages().length, 2);
    assert.equal(wallet.links.length, 1);
    await reaches(customer, 'open');
  });

  it('waits on when the button is pressed while the window opens', async (t) => {
    const wallet = await startWallet(t);
    const customer = await visit(t, browser, wallet);
    await reaches(customer, 'ready');
    const release = wallet.holdNext('POST');
    await windowOpenedBy(customer, () => customer.button.click());
    await reaches(customer, 'opening');
    await customer.button.click();
    await customer.button.click();
    release();
    await reaches(customer, 'open');
    assert.equal(customer.context.pages().length, 2);
    assert.equal(wallet.links.length, 1);
  });

  it('drops the link of a placeholder that the customer has closed, and starts anew on the next click', async (t) => {
    const wallet = await startWallet(t);
    const customer = await visit(t, browser, wallet);
    await reaches(customer, 'ready');
    const release = wallet.holdNext('POST');
    const placeholder = await windowOpenedBy(customer, () => customer.button.click());
    await reaches(customer, 'opening');
    await placeholder.close();
    release();
    await reaches(customer, 'ready', 'in-progress');
    assert.equal(customer.context.pages().length, 1);
    assert.deepEqual(await story(customer.page), ['vkyc-status-change', 'vkyc-start']);

    await windowOpenedBy(customer, () => customer.button.click());
    await reaches(customer, 'open');
    assert.equal(customer.context.pages().length, 2);
  });

  it('knows the true status after a reload during the call, and the call goes on', async (t) => {
    const wallet = await startWallet(t);
    const customer = await visit(t, browser, wallet);
    await reaches(customer, 'ready');
    const call = await windowOpenedBy(customer, () => customer.button.click());
    await reaches(customer, 'open');
    await customer.page.reload();
    await reaches(customer, 'ready', 'in-progress');
    assert.equal(call.isClosed(), false);
    await takeCall(call, wallet, 'approved');
    await customer.page.reload();
    await reaches(customer, 'ready', 'under-review');
    assert.equal(customer.context.pages().length, 2);
    assert.equal(wallet.links.length, 1);
  });

  it('shares one call between two elements with the same endpoint, and between two copies of the script', async (t) => {
    const wallet = await startWallet(t, {
      scripts: { '/twin.js': TWIN },
      markup: '<script type="module" src="/dist/cdn/enkash-vkyc-button.js?second"></script>',
    });
    const customer = await visit(t, browser, wallet);
    const [first, twin] = [customer.element.first(), customer.element.nth(1)];
    await first.and(customer.page.locator('[state=ready]')).waitFor();
    await windowOpenedBy(customer, () => first.locator('[part=button]').click());
    await twin.and(customer.page.locator('[state=open]')).waitFor();
    await twin.locator('[part=button]').click();
    assert.equal(customer.context.pages().length, 2);
    assert.deepEqual(wallet.asked, ['GET', 'POST']);
    assert.equal((await heard(customer.page, 'vkyc-open')).length, 1);
  });
});

/** Puts a second element for the same session on the page. */
const TWIN = `
const one = document.querySelector('enkash-vkyc-button');
one.after(one.cloneNode(true));`;
