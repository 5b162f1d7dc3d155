import assert from 'node:assert/strict';
import { after, describe, it, type TestContext } from 'node:test';
import en from '../../src/locales/en.js';
import { accessibilityTree } from '../support/browser/accessibility-tree.js';
import { reaches, visit, windowOpenedBy, type Customer } from '../support/browser/customer.js';
import { IFRAME, openDialog, pressInDialog } from '../support/browser/dialog.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import { startWallet, type Wallet, type WalletOptions } from '../support/browser/wallet.js';

const browser = await launchChromium({ after });
const SUNDAY_NOON = Date.UTC(2026, 10, 22, 6, 30);
const { actions, hints } = en;
const INTRO = hints['intro-window'];
const ON_MONDAY = `${en.closed.weekend} Opens Monday at 10:00 am IST.`;
const IN_PROGRESS = 'text "VKYC In Progress"';
const PREPARE = `button "${actions.prepare}"`;
const PAGE = 'heading "Mohar Wallet"';

const arrive = async (
  t: TestContext,
  options: WalletOptions = {},
): Promise<{ wallet: Wallet; customer: Customer }> => {
  const wallet = await startWallet(t, options);
  return { wallet, customer: await visit(t, browser, wallet) };
};

/** The hint below the button, and the live region, which says the same once something has changed. */
const told = (hint: string, badge = 'VKYC In Progress') => [
  `text "${hint}"`,
  PREPARE,
  'status live=polite atomic',
  `text "${badge}. ${hint}"`,
];

describe('Chromium tells assistive technology', () => {
  it('while it is asked for the first time: a busy button that says so, and a region that is silent', async (t) => {
    const wallet = await startWallet(t);
    const release = wallet.holdNext('GET');
    const customer = await visit(t, browser, wallet);
    await reaches(customer, 'loading');
    const hint = hints.loading;
    assert.deepEqual(await accessibilityTree(customer.page), [
      PAGE,
      `button "${actions.start}" (${hint}) busy`,
      `text "${hint}"`,
      PREPARE,
      'status live=polite atomic',
    ]);
    release();
  });

  it('when a call can start: what the button does, and that a new window opens', async (t) => {
    const { customer } = await arrive(t);
    await reaches(customer, 'ready');
    assert.deepEqual(await accessibilityTree(customer.page), [
      PAGE,
      `button "${actions.resume}" (${INTRO})`,
      IN_PROGRESS,
      ...told(INTRO),
    ]);
  });

  it('outside the hours: a button that is disabled, can be focused, and gives the reason', async (t) => {
    const { customer } = await arrive(t, { at: SUNDAY_NOON });
    await reaches(customer, 'closed');
    await customer.button.focus();
    const hint = ON_MONDAY;
    assert.deepEqual(await accessibilityTree(customer.page), [
      PAGE,
      `button "${actions.start}" (${hint}) disabled focused`,
      IN_PROGRESS,
      `button "${actions.remind}"`,
      ...told(hint),
    ]);
  });

  it('when the page has turned it off: a button that is disabled, and why', async (t) => {
    const { customer } = await arrive(t, { attributes: 'disabled' });
    await reaches(customer, 'ready');
    const hint = hints.idle;
    const [, button, ...rest] = await accessibilityTree(customer.page);
    assert.equal(button, `button "${actions.resume}" (${hint}) disabled`);
    assert.ok(rest.includes(`text "${hint}"`));
  });

  it('of a call in a window: that it opens, is open, and is gone', async (t) => {
    const { wallet, customer } = await arrive(t);
    await reaches(customer, 'ready');
    const release = wallet.holdNext('POST');
    const call = await windowOpenedBy(customer, () => customer.button.click());
    await reaches(customer, 'opening');
    const states = [await accessibilityTree(customer.page)];
    release();
    await reaches(customer, 'open');
    states.push(await accessibilityTree(customer.page));
    await call.close();
    await reaches(customer, 'checking');
    states.push(await accessibilityTree(customer.page));
    const [opening = [], open = [], checking = []] = states;
    assert.equal(opening[1], `button "${actions.resume}" (${hints.opening}) busy focused`);
    assert.deepEqual(open.slice(0, 4), [
      PAGE,
      `button "${actions.show}" (${hints.open}) focused`,
      IN_PROGRESS,
      `button "${actions.check}"`,
    ]);
    assert.match(checking[1] ?? '', /^button "(.+)" \(.+\) busy focused$/);
  });

  it('when all is done: that it is complete, on a button that does nothing more', async (t) => {
    const { customer } = await arrive(t, { sandbox: { customers: { EKCHUZJWZW: 'verified' } } });
    await reaches(customer, 'done');
    assert.deepEqual((await accessibilityTree(customer.page)).slice(0, 3), [
      PAGE,
      `button "${actions.done}" (${hints.verified}) disabled`,
      'text "Full Kyc Verified"',
    ]);
  });

  it('of a failure: the sentence, tied to the button that tries again', async (t) => {
    const wallet = await startWallet(t);
    wallet.meetNext('GET', () => Promise.resolve(new Response(null, { status: 500 })));
    const customer = await visit(t, browser, wallet);
    await reaches(customer, 'error');
    const hint = en.errors.server_error;
    assert.deepEqual(await accessibilityTree(customer.page), [
      PAGE,
      `button "${actions.retry}" (${hint})`,
      `text "${hint}"`,
      PREPARE,
      'status live=polite atomic',
      `text "${hint}"`,
    ]);
  });

  it('of a panel: whether it is open, and what is in it', async (t) => {
    const { customer } = await arrive(t, { attributes: 'handoff' });
    await reaches(customer, 'ready');
    await customer.page.getByRole('button', { name: actions.handoff }).click();
    await customer.page.getByRole('img', { name: en.handoff.code }).waitFor();
    const tree = await accessibilityTree(customer.page);
    const panel = tree.slice(tree.indexOf(PREPARE), tree.indexOf('status live=polite atomic'));
    assert.deepEqual(panel.slice(0, 3), [
      PREPARE,
      `button "${actions.handoff}" expanded focused`,
      `group "${actions.handoff}"`,
    ]);
    assert.ok(panel.includes(`image "${en.handoff.code}"`));
    for (const way of [actions.copy, actions.sms, actions.email])
      assert.ok(panel.includes(`button "${way}"`), way);
  });

  it('of a call in the page: a modal dialog, the way out first, the named frame, and nothing of the page', async (t) => {
    const { customer } = await arrive(t, { attributes: IFRAME });
    await openDialog(customer);
    assert.deepEqual(await accessibilityTree(customer.page), [
      `dialog "${en.callTitle}" modal`,
      `button "${actions.close}" focused`,
      `Iframe "${en.callTitle}"`,
      `button "${actions.window}"`,
    ]);
    await pressInDialog(customer, actions.close);
    assert.deepEqual(await accessibilityTree(customer.page), [
      `dialog "${en.callTitle}" modal`,
      `button "${actions.close}"`,
      `alertdialog "${en.endQuestion}"`,
      `button "${actions.stay}" focused`,
      `button "${actions.end}"`,
      `Iframe "${en.callTitle}"`,
      `button "${actions.window}"`,
    ]);
  });
});
