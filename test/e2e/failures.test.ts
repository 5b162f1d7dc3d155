import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { FaultAnswer } from '../../src/sandbox/index.js';
import {
  hasAnswers,
  heard,
  reaches,
  reads,
  takeCall,
  until,
  visit,
  windowOpenedBy,
} from '../support/browser/customer.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import { startWallet } from '../support/browser/wallet.js';

const browser = await launchChromium({ after }, { media: 'granted' });

const OUR_SIDE = 'Something went wrong on our side. Please try again in a few minutes.';
const TOO_MANY = 'Too many tries. Please try again in a minute.';
const NOT_ELIGIBLE = 'Video KYC is not available for your account now. Please contact support.';

/** How EnKash may fail to give a link, and what the customer and the page learn of it. */
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

describe('EnKash fails to give a link', { concurrency: 2 }, () => {
  for (const { answer, code, sentence } of linkFaults) {
    it(`says so and lets the customer try again when the link call answers ${answer}`, async (t) => {
      const wallet = await startWallet(t);
      const customer = await visit(t, browser, wallet);
      await reaches(customer, 'ready');
      wallet.sandbox.fault({ route: 'link', answer, times: null });

      const placeholder = await windowOpenedBy(customer, () => customer.button.click());
      await reaches(customer, 'error');
      await reads(customer, sentence);
      await until('the placeholder is closed', () => placeholder.isClosed());
      const [error, ...more] = await heard(customer.page, 'vkyc-error');
      assert.equal(error?.['code'], code);
      assert.deepEqual(more, []);
      assert.deepEqual(await heard(customer.page, 'vkyc-open'), []);

      wallet.sandbox.clearFaults();
      // What trying again cannot mend leads to where the customer stands, and on from there.
      if (code === 'not_eligible') {
        await customer.button.filter({ hasText: 'Check status' }).click();
        await reaches(customer, 'ready');
      } else await customer.button.filter({ hasText: 'Try again' }).waitFor();
      const call = await windowOpenedBy(customer, () => customer.button.click());
      await reaches(customer, 'open');
      await call.getByRole('heading', { name: 'Before the call' }).waitFor();
      assert.deepEqual(customer.uncaught, []);
    });
  }

  it('waits with the customer when EnKash is slow, and opens the call when the link comes', async (t) => {
    const wallet = await startWallet(t);
    const customer = await visit(t, browser, wallet);
    await reaches(customer, 'ready');
    wallet.sandbox.fault({ route: 'link', answer: 'slow', delayMs: 800 });
    const call = await windowOpenedBy(customer, () => customer.button.click());
    await reaches(customer, 'opening');
    await reads(customer, 'Opening the video call…');
    await call.getByText('Opening the video call…').waitFor();
    await reaches(customer, 'open');
    await takeCall(call, wallet, 'approved');
  });

  it('says nothing of a link that could not be fetched ahead, until the click', async (t) => {
    const wallet = await startWallet(t);
    const customer = await visit(t, browser, wallet);
    await reaches(customer, 'ready');
    wallet.sandbox.fault({ route: 'link', answer: 500 });
    const [refused] = await Promise.all([
      customer.page.waitForResponse((response) => response.request().method() === 'POST'),
      customer.button.hover(),
    ]);
    assert.equal(refused.status(), 503);
    await hasAnswers(customer, 2);
    await customer.page.mouse.move(0, 0);
    assert.deepEqual(await heard(customer.page, 'vkyc-error'), []);
    await windowOpenedBy(customer, () => customer.button.click());
    await reaches(customer, 'open');
  });
});

const json = (body: unknown, status = 200) => Response.json(body, { status });
const html = (status: number) =>
  new Response('<!doctype html><title>Sign in</title>', {
    status,
    headers: { 'content-type': 'text/html' },
  });

/** How a partner's own backend may fail on load, and what the customer and the page learn of it. */
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
    sentence: 'This page has been open too long. Please reload it.',
  },
  {
    what: 'a redirect to a sign-in page',
    answer: () => new Response(null, { status: 302, headers: { location: '/sign-in' } }),
    code: 'network',
    sentence: 'We could not connect. Check your connection and try again.',
  },
];

describe("the partner's backend fails on load", { concurrency: 2 }, () => {
  for (const { what, answer, code, sentence } of endpointFaults) {
    it(`says so and lets the customer try again when it answers ${what}`, async (t) => {
      const wallet = await startWallet(t);
      wallet.meetNext('GET', () => Promise.resolve(answer()));
      const customer = await visit(t, browser, wallet);
      await reaches(customer, 'error');
      await reads(customer, sentence);
      const errors = await heard(customer.page, 'vkyc-error');
      assert.deepEqual(
        errors.map((error) => error['code']),
        [code],
      );

      await customer.button.filter({ hasText: 'Try again' }).click();
      await reaches(customer, 'ready', 'in-progress');
      await reads(customer, 'VKYC In Progress');
      assert.deepEqual(customer.uncaught, []);
    });
  }

  it('says that it is still checking while the answer is slow', async (t) => {
    const wallet = await startWallet(t);
    const release = wallet.holdNext('GET');
    const customer = await visit(t, browser, wallet);
    await reaches(customer, 'loading');
    await reads(customer, 'Checking your KYC status…');
    release();
    await reaches(customer, 'ready');
  });

  it('gives an unanswered question up after fifteen seconds', async (t) => {
    const wallet = await startWallet(t);
    const release = wallet.holdNext('GET');
    const customer = await visit(t, browser, wallet, (page) => page.clock.install());
    await reaches(customer, 'loading');
    await customer.page.clock.fastForward(15_000);
    await reaches(customer, 'error');
    await reads(customer, 'This is taking too long. Please try again.');
    release();
    await customer.button.click();
    await reaches(customer, 'ready');
  });

  it('tells a customer who is off line so, and goes on when the line is back', async (t) => {
    const wallet = await startWallet(t);
    const customer = await visit(t, browser, wallet);
    await reaches(customer, 'ready');
    await customer.context.setOffline(true);
    const placeholder = await windowOpenedBy(customer, () => customer.button.click());
    await reaches(customer, 'error');
    await reads(customer, 'You are offline. Check your connection and try again.');
    await until('the placeholder is closed', () => placeholder.isClosed());
    await customer.context.setOffline(false);
    await windowOpenedBy(customer, () => customer.button.click());
    await reaches(customer, 'open');
  });
});
