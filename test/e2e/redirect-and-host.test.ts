import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { heard, reaches, story, takeCall, visit } from '../support/browser/customer.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import { startWallet } from '../support/browser/wallet.js';
import { testsWith } from '../support/tests-with.js';

const browser = await launchChromium({ after }, { media: 'granted', keepsPages: true });

/** A page with an `unload` listener is never kept for Back. */
const NOT_KEPT = "addEventListener('unload', () => {});";

const cases = [
  {
    how: 'loads the page anew',
    scripts: { '/not-kept.js': NOT_KEPT },
    restored: 0,
    requirement: 'chromium',
  },
  { how: 'restores the page as it was', scripts: {}, restored: 1, requirement: 'full-chromium' },
] as const;

describe('the video call in the same tab', () => {
  for (const { how, scripts, restored, requirement } of cases) {
    testsWith(requirement).it(
      `leaves for the call, and knows the true status after a Back that ${how}`,
      async (t) => {
        const wallet = await startWallet(t, { attributes: 'mode="redirect"', scripts });
        const customer = await visit(t, browser, wallet);
        const { page } = customer;
        await reaches(customer, 'ready');
        await customer.button.click();
        await page.getByRole('heading', { name: 'Before the call' }).waitFor();
        assert.equal(customer.context.pages().length, 1);
        await takeCall(page, wallet, 'approved');
        const asked = wallet.asked.length;

        // a page that is restored does not load
        await page.goBack({ waitUntil: 'commit' });
        await reaches(customer, 'ready', 'under-review');
        assert.deepEqual(wallet.asked.slice(asked), ['GET']);
        assert.equal((await heard(page, 'restored')).length, restored);
        assert.equal(wallet.links.length, 1);
        assert.deepEqual(customer.uncaught, []);
      },
    );
  }

  it('holds no stale "opening" when the customer comes back without a call', async (t) => {
    const wallet = await startWallet(t, { attributes: 'mode="redirect"' });
    const customer = await visit(t, browser, wallet);
    await reaches(customer, 'ready');
    await customer.button.click();
    await customer.page.getByRole('heading', { name: 'Before the call' }).waitFor();
    await customer.page.goBack({ waitUntil: 'commit' });
    await reaches(customer, 'ready', 'in-progress');
  });
});

/** A native shell's page: takes the link in the gesture and leaves its opening to the shell. */
const SHELL = `
document.addEventListener('vkyc-start', (event) => {
  globalThis.taken = event.takeLink();
});`;

describe('the video call in the hands of the page', () => {
  it('gives the link to the page, opens nothing, and asks for the outcome when the page says so', async (t) => {
    const wallet = await startWallet(t, { attributes: 'mode="host"', scripts: { '/shell.js': SHELL } });
    const customer = await visit(t, browser, wallet);
    const { page } = customer;
    await reaches(customer, 'ready');
    await customer.button.click();
    await reaches(customer, 'open');
    const taken = await page.evaluate<string>('taken');
    assert.deepEqual([taken], wallet.links);
    assert.equal(customer.context.pages().length, 1);
    assert.deepEqual(await heard(page, 'vkyc-start'), [{ type: 'vkyc-start', mode: 'host' }]);

    const call = await customer.context.newPage();
    await call.goto(taken);
    await takeCall(call, wallet, 'approved');
    await customer.element.evaluate((element) =>
      (element as HTMLElement & { refresh(): Promise<void> }).refresh(),
    );
    await reaches(customer, 'ready', 'under-review');
    assert.deepEqual(await story(page), [
      'vkyc-status-change',
      'vkyc-start',
      'vkyc-open',
      'vkyc-close',
      'vkyc-status-change',
    ]);
  });
});
