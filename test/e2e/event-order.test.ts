import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { numbered, readText, section } from '../support/markdown.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import { clickForPopup } from '../support/browser/open-popup-call.js';
import { recordedEventTypes } from '../support/browser/recorded-events.js';
import { closeCallWindow, completeCall } from '../support/browser/video-call.js';
import { visitWallet } from '../support/browser/visit-page.js';
import { waitForState } from '../support/browser/wait-for-state.js';

const browser = await launchChromium({ after }, { media: 'granted' });
const documented = numbered(section(readText('docs/events.md'), 'The events of one call'));

describe('the events of one call', () => {
  it('come in the order of docs/events.md', async (t) => {
    const { wallet, customer } = await visitWallet(t, browser);
    await waitForState(customer, 'ready');
    const call = await clickForPopup(customer);
    await completeCall(call, wallet, 'approved');
    await closeCallWindow(call);
    await waitForState(customer, 'ready', 'under-review');
    const fired = await recordedEventTypes(customer.page);
    assert.deepEqual(
      fired,
      documented.map((line) => /^`(vkyc-[a-z-]+)`/.exec(line)?.[1]),
    );
  });
});
