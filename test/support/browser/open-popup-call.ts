import type { Browser, Page } from 'playwright-core';
import type { CleanupScope } from './cleanup-scope.js';
import type { Wallet, WalletOptions } from './start-wallet.js';
import { visitWallet, type Customer, type VisitOptions } from './visit-page.js';
import { waitForState } from './wait-for-state.js';

/** The window that an action opens. */
export const popupOpenedBy = async (
  { context }: Pick<Customer, 'context'>,
  action: () => Promise<unknown>,
): Promise<Page> => {
  const [popup] = await Promise.all([context.waitForEvent('page'), action()]);
  return popup;
};

/** Clicks the element's button. Resolves with the window that this opens, which may still be blank. */
export const clickForPopup = (customer: Pick<Customer, 'context' | 'button'>): Promise<Page> =>
  popupOpenedBy(customer, () => customer.button.click());

/** Starts a wallet, opens its page, and clicks the button once it is ready. `call` is the window that this opens. */
export const openPopupCall = async (
  scope: CleanupScope,
  browser: Browser,
  options: VisitOptions & WalletOptions = {},
): Promise<{ wallet: Wallet; customer: Customer; call: Page }> => {
  const { wallet, customer } = await visitWallet(scope, browser, options);
  await waitForState(customer, 'ready');
  return { wallet, customer, call: await clickForPopup(customer) };
};
