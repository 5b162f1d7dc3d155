import assert from 'node:assert/strict';
import type { WebDriver } from 'selenium-webdriver';
import { SUNDAY_11 } from '../support/browser/instants.js';
import { startWallet, type Wallet, type WalletOptions } from '../support/browser/start-wallet.js';
import type { CleanupScope } from '../support/browser/cleanup-scope.js';
import { startWebKitCustomer, type WebKitCustomer } from '../support/browser/webkit-customer.js';
import { testsWith } from '../support/tests-with.js';

const { after, afterEach, before, describe, it } = testsWith('webkit', 'xvfb');

describe('a video call in WebKitGTK', () => {
  let customer: WebKitCustomer;
  let driver: WebDriver;
  const closing: (() => Promise<void>)[] = [];
  before(async () => {
    customer = await startWebKitCustomer({ after: (close) => void closing.push(close) });
    ({ driver } = customer);
  });
  afterEach(() => customer.closeOtherWindows());
  after(async () => {
    for (const close of closing) await close();
  });

  /** Opens a wallet's page. The hours follow the servers' time, since WebDriver cannot change the device's. */
  const visitWallet = async (scope: CleanupScope, options: WalletOptions = {}): Promise<Wallet> => {
    const wallet = await startWallet(scope, options);
    await customer.visit(wallet.url);
    return wallet;
  };

  const completeCall = async (): Promise<void> => {
    await customer.waitForButton('Check my devices');
    await driver.executeScript(REFUSE_DEVICES);
    for (const name of ['Check my devices', 'Join the call', ...REPLIES, 'Agent approves'])
      await customer.press(name);
  };

  const eventTypes = async () =>
    (await driver.executeScript<{ type: string }[]>('return recordedEvents')).map(({ type }) => type);

  it('leads from the badge through the call in a window to verified', async (t) => {
    const wallet = await visitWallet(t);
    const page = await driver.getWindowHandle();
    await customer.waitForState('ready', 'in-progress');
    assert.ok(!wallet.requests.includes('POST'), 'no link is minted before the customer shows intent');

    const call = await customer.windowOpenedBy(() => customer.click('[part~=button]'));
    await customer.waitForState('open', 'in-progress');
    await driver.switchTo().window(call);
    assert.equal(await driver.executeScript('return window.opener'), null);
    await completeCall();
    await driver.close();
    await driver.switchTo().window(page);

    await customer.waitForState('ready', 'under-review');
    wallet.advance(60_000);
    await customer.click('[part~=button]');
    await customer.waitForState('done', 'verified');
    assert.deepEqual(
      (await eventTypes()).filter((type) => type !== 'vkyc-status-change'),
      ['vkyc-start', 'vkyc-open', 'vkyc-close'],
    );
    assert.equal(wallet.links.length, 1);
  });

  it('completes the call in the dialog', async (t) => {
    const wallet = await visitWallet(t, { attributes: 'mode="iframe"' });
    await customer.waitForState('ready');
    await customer.click('[part~=button]');
    await customer.waitForState('open');
    await driver.switchTo().frame(await customer.find('iframe'));
    await completeCall();
    await driver.switchTo().defaultContent();
    await customer.waitForState('open', 'under-review');
    await customer.click('[part~=close-button]');
    await customer.waitForState('ready', 'under-review');
    assert.equal(wallet.links.length, 1);
    assert.equal((await driver.getAllWindowHandles()).length, 1);
  });

  it('completes the call in the same tab, and shows the outcome after Back', async (t) => {
    const wallet = await visitWallet(t, { attributes: 'mode="redirect"' });
    await customer.waitForState('ready');
    await customer.click('[part~=button]');
    await completeCall();
    await driver.navigate().back();
    await customer.waitForState('ready', 'under-review');
    assert.equal(wallet.links.length, 1);
  });

  it('opens nothing outside the hours, and says when it opens', async (t) => {
    const wallet = await visitWallet(t, { at: SUNDAY_11 });
    await customer.waitForState('closed');
    await customer.click('[part~=button]');
    await customer.waitForText('Opens');
    assert.equal((await driver.getAllWindowHandles()).length, 1);
    assert.deepEqual(wallet.links, []);
  });
});

/** The customer refuses camera, microphone and location: WebDriver cannot answer the browser's question. */
const REFUSE_DEVICES = `
  const refused = new DOMException('Refused', 'NotAllowedError');
  navigator.mediaDevices.getUserMedia = () => Promise.reject(refused);
  navigator.geolocation.getCurrentPosition = (found, refuse) => refuse({ code: 1, PERMISSION_DENIED: 1 });
`;
const REPLIES = ['Yes, I agree', 'My card is in view', 'I looked left'];
