import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import en from '../../src/locales/en.js';
import { accessibilityTree } from '../support/browser/accessibility-tree.js';
import { SUNDAY_11 } from '../support/browser/instants.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import { IFRAME_MODE, openCallDialog, pressInDialog } from '../support/browser/open-call-dialog.js';
import { clickForPopup } from '../support/browser/open-popup-call.js';
import { startWallet } from '../support/browser/start-wallet.js';
import { visitPage, visitWallet } from '../support/browser/visit-page.js';
import { waitForState } from '../support/browser/wait-for-state.js';

const browser = await launchChromium({ after });
const { actions, hints } = en;
const INTRO = hints['intro-window'];
const ON_MONDAY = `${en.closed.weekend} Opens Monday at 10:00 am.`;
const IN_PROGRESS = 'text "In progress"';
const PREPARE = `button "${actions.prepare}"`;
const PAGE = 'heading "Mohar Wallet"';

const STATUS = 'status live=polite atomic';

/** The step line, the panel's button, and the live region, which says nothing that was on the page first. */
const BELOW_THE_HINT = [
  'list',
  ...Object.values(en.steps).flatMap((step) => ['listitem', `text "${step}"`]),
  PREPARE,
  STATUS,
];

describe("the element in Chromium's accessibility tree", () => {
  it('has a busy button with the hint and an empty live region while loading', async (t) => {
    const wallet = await startWallet(t);
    const release = wallet.holdNext('GET');
    const customer = await visitPage(t, browser, wallet);
    await waitForState(customer, 'loading');
    const hint = hints.loading;
    assert.deepEqual(await accessibilityTree(customer.page), [
      PAGE,
      `button "${actions.start}" (${hint}) busy`,
      `text "${hint}"`,
      ...BELOW_THE_HINT,
    ]);
    release();
  });

  it('describes in the ready state what the button does and that a new window opens', async (t) => {
    const { customer } = await visitWallet(t, browser);
    await waitForState(customer, 'ready');
    assert.deepEqual(await accessibilityTree(customer.page), [
      PAGE,
      `button "${actions.resume}" (${INTRO})`,
      IN_PROGRESS,
      `text "${INTRO}"`,
      ...BELOW_THE_HINT,
    ]);
  });

  it('has outside the hours a disabled, focusable button described by the reason', async (t) => {
    const { customer } = await visitWallet(t, browser, { at: SUNDAY_11 });
    await waitForState(customer, 'closed');
    await customer.button.focus();
    const hint = ON_MONDAY;
    assert.deepEqual(await accessibilityTree(customer.page), [
      PAGE,
      `button "${actions.start}" (${hint}) disabled focused`,
      IN_PROGRESS,
      `button "${actions.remind}"`,
      `text "${hint}"`,
      ...BELOW_THE_HINT,
    ]);
  });

  it('has a disabled button without a sentence when the page has disabled it, since only the page knows why', async (t) => {
    const { customer } = await visitWallet(t, browser, { attributes: 'disabled' });
    await waitForState(customer, 'ready');
    const [, button, ...rest] = await accessibilityTree(customer.page);
    assert.equal(button, `button "${actions.resume}" disabled`);
    assert.equal(rest[0], IN_PROGRESS);
    assert.equal(rest.includes(`text "${hints.idle}"`), false);
  });

  it('describes the button for a popup call while it is opening, open and checking', async (t) => {
    const { wallet, customer } = await visitWallet(t, browser);
    await waitForState(customer, 'ready');
    const release = wallet.holdNext('POST');
    const call = await clickForPopup(customer);
    await waitForState(customer, 'opening');
    const states = [await accessibilityTree(customer.page)];
    release();
    await waitForState(customer, 'open');
    states.push(await accessibilityTree(customer.page));
    await call.close();
    await waitForState(customer, 'checking');
    states.push(await accessibilityTree(customer.page));
    const [opening = [], open = [], checking = []] = states;
    assert.equal(opening[1], `button "${actions.resume}" (${hints.opening}) busy focused`);
    assert.deepEqual(open.slice(0, 4), [
      PAGE,
      `button "${actions.show}" (${hints.open}) focused`,
      IN_PROGRESS,
      `button "${actions.check}"`,
    ]);
    assert.match(checking[1] ?? '', /^button "(.+)" \(.+\) focused$/);
  });

  it('says once that KYC is complete in the done state, without a button', async (t) => {
    const { customer } = await visitWallet(t, browser, {
      sandbox: { customers: { EKCHUZJWZW: 'verified' } },
    });
    await waitForState(customer, 'done');
    assert.deepEqual((await accessibilityTree(customer.page)).slice(0, 3), [
      PAGE,
      'text "Verified"',
      `text "${hints.verified}"`,
    ]);
  });

  it('describes the retry button by the error sentence', async (t) => {
    const wallet = await startWallet(t);
    wallet.interceptNext('GET', () => Promise.resolve(new Response(null, { status: 500 })));
    const customer = await visitPage(t, browser, wallet);
    await waitForState(customer, 'error');
    const hint = en.errors.server_error;
    const tree = await accessibilityTree(customer.page);
    assert.deepEqual(
      tree.map((node) => node.replace(/\d{4}-\d\d-\d\d \d\d:\d\d/, 'TIME')),
      [
        PAGE,
        `button "${actions.retry}" (${hint})`,
        'text "server_error · TIME IST"',
        `text "${hint}"`,
        ...BELOW_THE_HINT,
      ],
    );
  });

  it('has the expanded panel with the QR code and the ways to send the link', async (t) => {
    const { customer } = await visitWallet(t, browser, { attributes: 'handoff' });
    await waitForState(customer, 'ready');
    await customer.page.getByRole('button', { name: actions.handoff }).click();
    await customer.page.getByRole('img', { name: en.handoff.code }).waitFor();
    const tree = await accessibilityTree(customer.page);
    const panel = tree.slice(tree.indexOf(PREPARE), tree.indexOf(STATUS));
    assert.deepEqual(panel.slice(0, 3), [
      PREPARE,
      `button "${actions.handoff}" expanded focused`,
      `group "${actions.handoff}"`,
    ]);
    assert.ok(panel.includes(`image "${en.handoff.code}"`));
    for (const way of [actions.copy, actions.sms, actions.email])
      assert.ok(panel.includes(`button "${way}"`), way);
  });

  it('has for a call in the page only a modal dialog: the close button first, then the named frame', async (t) => {
    const { customer } = await visitWallet(t, browser, { attributes: IFRAME_MODE });
    await openCallDialog(customer);
    const [, frame] = customer.page.frames();
    const host = `text "${new URL(frame?.url() ?? '').host}"`;
    assert.deepEqual(await accessibilityTree(customer.page), [
      `dialog "${en.callTitle}" modal`,
      host,
      STATUS,
      `button "${actions.close}" focused`,
      `Iframe "${en.callTitle}"`,
      `button "${actions.window}"`,
    ]);
    await pressInDialog(customer, actions.close);
    assert.deepEqual(await accessibilityTree(customer.page), [
      `dialog "${en.callTitle}" modal`,
      host,
      STATUS,
      `button "${actions.close}"`,
      `alertdialog "${en.endQuestion}"`,
      `button "${actions.stay}" focused`,
      `button "${actions.end}"`,
      `Iframe "${en.callTitle}"`,
      `button "${actions.window}"`,
    ]);
  });
});
