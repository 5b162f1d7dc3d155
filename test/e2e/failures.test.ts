import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { FaultAnswer } from '../../src/sandbox/index.js';
import { MINUTE } from '../support/browser/instants.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import { clickForPopup } from '../support/browser/open-popup-call.js';
import { recordedEvents } from '../support/browser/recorded-events.js';
import { startWallet } from '../support/browser/start-wallet.js';
import { completeCall, waitForCall } from '../support/browser/video-call.js';
import { installClock, visitPage, visitWallet } from '../support/browser/visit-page.js';
import { waitForState, waitForText } from '../support/browser/wait-for-state.js';
import { waitUntil } from '../support/browser/wait-until.js';

const browser = await launchChromium({ after }, { media: 'granted' });

const OUR_SIDE = 'Something went wrong on our side. Please try again in a few minutes.';
const TOO_MANY = 'Too many attempts. Please try again after a minute.';
const NOT_ELIGIBLE = 'Video KYC is not available for your account now. Please contact support.';

/** Faults of EnKash's link call, each with the error code and the sentence that follow. */
const linkFaults: readonly {
  readonly answer: FaultAnswer | number;
  readonly code: string;
  readonly sentence: string;
}[] = [
  { answer: 'html', code: 'server_error', sentence: OUR_SIDE },
  { answer: 'not-json', code: 'server_error', sentence: OUR_SIDE },
  { answer: 'huge', code: 'server_error', sentence: OUR_SIDE },
  { answer: 'drop', code: 'server_error', sentence: OUR_SIDE },
  { answer: 'redirect', code: 'server_error', sentence: OUR_SIDE },
  { answer: 'code', code: 'server_error', sentence: OUR_SIDE },
  { answer: 'wrong-card', code: 'server_error', sentence: OUR_SIDE },
  { answer: 'invalid-link', code: 'server_error', sentence: OUR_SIDE },
  { answer: 500, code: 'server_error', sentence: OUR_SIDE },
  { answer: 422, code: 'not_eligible', sentence: NOT_ELIGIBLE },
  { answer: 429, code: 'rate_limited', sentence: TOO_MANY },
];

describe('a fault of the link call', { concurrency: 2 }, () => {
  for (const { answer, code, sentence } of linkFaults) {
    it(`shows the error and lets the customer try again when the response is ${answer}`, async (t) => {
      const { wallet, customer } = await visitWallet(t, browser, { beforeLoad: installClock });
      await waitForState(customer, 'ready');
      wallet.sandbox.fault({ route: 'link', answer, times: null });

      const placeholder = await clickForPopup(customer);
      await waitForState(customer, 'error');
      await waitForText(customer, sentence);
      await waitUntil('the placeholder is closed', () => placeholder.isClosed());
      const [error, ...more] = await recordedEvents(customer.page, 'vkyc-error');
      assert.equal(error?.['code'], code);
      assert.deepEqual(more, []);
      assert.deepEqual(await recordedEvents(customer.page, 'vkyc-open'), []);

      wallet.sandbox.clearFaults();
      // EnKash's limit holds for a while, and the button waits for as long as the backend says.
      wallet.advance(MINUTE);
      await customer.page.clock.fastForward(MINUTE);
      // A retry cannot fix this one: the button fetches the status, and the customer continues from there.
      if (code === 'not_eligible') {
        await customer.button.filter({ hasText: 'Check status' }).click();
        await waitForState(customer, 'ready');
      } else await customer.button.filter({ hasText: 'Try again' }).waitFor();
      const call = await clickForPopup(customer);
      await waitForState(customer, 'open');
      await waitForCall(call);
      assert.deepEqual(customer.pageErrors, []);
    });
  }

  it('stays in the opening state while the link is pending, and opens the call when the link arrives', async (t) => {
    const { wallet, customer } = await visitWallet(t, browser);
    await waitForState(customer, 'ready');
    const release = wallet.holdNext('POST');
    const call = await clickForPopup(customer);
    await waitForState(customer, 'opening');
    await waitForText(customer, 'Opening the video call…');
    await call.getByText('Opening the video call…').waitFor();
    release();
    await waitForState(customer, 'open');
    await completeCall(call, wallet, 'approved');
  });

  it('reports no error for a failed prefetch until the click, after which another try opens the call', async (t) => {
    const { wallet, customer } = await visitWallet(t, browser, { beforeLoad: installClock });
    await waitForState(customer, 'ready');
    wallet.sandbox.fault({ route: 'link', answer: 500 });
    const [refused] = await Promise.all([
      customer.page.waitForResponse((response) => response.request().method() === 'POST'),
      customer.button.hover(),
    ]);
    assert.equal(refused.status(), 503);
    await customer.page.mouse.move(0, 0);
    assert.deepEqual(await recordedEvents(customer.page, 'vkyc-error'), []);
    // The backend has named a time with its answer: until then nothing is sent, and the button counts down.
    await customer.button.click();
    await waitForState(customer, 'error');
    await customer.page.clock.fastForward(MINUTE);
    await clickForPopup(customer);
    await waitForState(customer, 'open');
  });
});

const json = (body: unknown, status = 200) => Response.json(body, { status });
const html = (status: number) =>
  new Response('<!doctype html><title>Sign in</title>', {
    status,
    headers: { 'content-type': 'text/html' },
  });

/** Faults of a partner's own backend on load, each with the error code and the sentence that follow. */
const endpointFaults: readonly {
  readonly what: string;
  readonly answer: () => Response;
  readonly code: string;
  readonly sentence: string;
}[] = [
  { what: 'a web page with status 200', answer: () => html(200), code: 'not_json', sentence: OUR_SIDE },
  { what: 'a web page with status 500', answer: () => html(500), code: 'server_error', sentence: OUR_SIDE },
  { what: 'status 422', answer: () => json({}, 422), code: 'not_eligible', sentence: NOT_ELIGIBLE },
  { what: 'status 429', answer: () => json({}, 429), code: 'rate_limited', sentence: TOO_MANY },
  {
    what: 'a code other than 0',
    answer: () => json({ code: 1, message: 'Failure', payload: null }),
    code: 'enkash_error',
    sentence: OUR_SIDE,
  },
  { what: 'JSON of another shape', answer: () => json([]), code: 'invalid_response', sentence: OUR_SIDE },
  {
    what: 'more than 64 KiB',
    answer: () => json({ code: 0, message: 'x'.repeat(70_000) }),
    code: 'too_large',
    sentence: OUR_SIDE,
  },
  {
    what: 'status 401',
    answer: () => json({}, 401),
    code: 'session_expired',
    sentence: 'This page has expired. Please reload it.',
  },
  {
    what: 'a redirect to a sign-in page',
    answer: () => new Response(null, { status: 302, headers: { location: '/sign-in' } }),
    code: 'network',
    sentence: 'We could not connect. Check your internet connection and try again.',
  },
];

describe('a fault of the session endpoint on load', { concurrency: 2 }, () => {
  for (const { what, answer, code, sentence } of endpointFaults) {
    it(`shows the error and a next step when the response is ${what}`, async (t) => {
      const wallet = await startWallet(t);
      // A GET without an answer is sent once more.
      wallet.interceptNext('GET', () => Promise.resolve(answer()), code === 'network' ? 2 : 1);
      const customer = await visitPage(t, browser, wallet);
      await waitForState(customer, 'error');
      await waitForText(customer, sentence);
      const errors = await recordedEvents(customer.page, 'vkyc-error');
      assert.deepEqual(
        errors.map((error) => error['code']),
        [code],
      );

      const isRetryable = code !== 'session_expired' && code !== 'not_eligible';
      await customer.button.filter({ hasText: isRetryable ? 'Try again' : 'Reload this page' }).click();
      await waitForState(customer, 'ready', 'in-progress');
      await waitForText(customer, 'In progress');
      assert.deepEqual(customer.pageErrors, []);
    });
  }

  it('shows that the status is loading while the response is slow', async (t) => {
    const wallet = await startWallet(t);
    const release = wallet.holdNext('GET');
    const customer = await visitPage(t, browser, wallet);
    await waitForState(customer, 'loading');
    await waitForText(customer, 'Checking your KYC status…');
    release();
    await waitForState(customer, 'ready');
  });

  it('times out after fifteen seconds without a response', async (t) => {
    const wallet = await startWallet(t);
    const release = wallet.holdNext('GET');
    const customer = await visitPage(t, browser, { url: wallet.url, beforeLoad: installClock });
    await waitForState(customer, 'loading');
    await customer.page.clock.fastForward(15_000);
    await waitForState(customer, 'error');
    await waitForText(customer, 'This is taking too long. Please try again.');
    release();
    await customer.button.click();
    await waitForState(customer, 'ready');
  });

  it('tells an offline customer so, and opens the call once online again', async (t) => {
    const { customer } = await visitWallet(t, browser);
    await waitForState(customer, 'ready');
    await customer.context.setOffline(true);
    const placeholder = await clickForPopup(customer);
    await waitForState(customer, 'error');
    await waitForText(customer, 'You are offline. Check your internet connection and try again.');
    await waitUntil('the placeholder is closed', () => placeholder.isClosed());
    await customer.context.setOffline(false);
    await clickForPopup(customer);
    await waitForState(customer, 'open');
  });
});
