import assert from 'node:assert/strict';
import { after, describe } from 'node:test';
import { launchChromium } from '../support/browser/launch-browser.js';
import { openPopupCall } from '../support/browser/open-popup-call.js';
import { closeCallWindow, completeCall } from '../support/browser/video-call.js';
import { waitForState } from '../support/browser/wait-for-state.js';
import { testsWith } from '../support/tests-with.js';

const devices = [
  {
    who: 'has no camera',
    browser: await launchChromium({ after }),
    result: 'Not available',
    requirement: 'chromium',
  },
  {
    who: 'does not allow the camera',
    browser: await launchChromium({ after }, { media: 'denied' }),
    result: 'Not allowed',
    requirement: 'full-chromium',
  },
] as const;

describe('a device without a usable camera', () => {
  for (const { who, browser, result, requirement } of devices) {
    testsWith(requirement).it(
      `still completes the sandbox's call, which reports that the customer ${who}`,
      async (t) => {
        const { wallet, customer, call } = await openPopupCall(t, browser);
        const advice = await completeCall(call, wallet, 'approved');
        assert.equal(advice, 'A real call needs all three. The sandbox continues without.');
        assert.equal(await call.locator('[data-check=camera] output').textContent(), result);
        await closeCallWindow(call);
        await waitForState(customer, 'ready', 'under-review');
      },
    );
  }
});
