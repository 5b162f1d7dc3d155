import type { FrameLocator, Locator } from 'playwright-core';
import { waitForCall } from './video-call.js';
import type { Customer } from './visit-page.js';
import { waitForState } from './wait-for-state.js';

/** The tag's attribute for a call in a dialog of the page. */
export const IFRAME_MODE = 'mode="iframe"';

/** The call's page in the dialog. */
export const callFrame = ({ page }: Customer): FrameLocator => page.frameLocator('enkash-vkyc-button iframe');

/** The dialog around the call. */
export const callDialog = ({ page }: Customer): Locator =>
  page.getByRole('dialog', { name: 'Video KYC call' });

/** Presses a button of the dialog. */
export const pressInDialog = (customer: Customer, name: string): Promise<void> =>
  callDialog(customer).getByRole('button', { name, exact: true }).click();

/** Closes the dialog and confirms that the call may end. */
export const endCallInDialog = async (customer: Customer): Promise<void> => {
  await pressInDialog(customer, 'Close');
  await pressInDialog(customer, 'End the call');
};

/** Opens the call in its dialog and waits until it is shown there. */
export const openCallDialog = async (customer: Customer): Promise<void> => {
  await waitForState(customer, 'ready');
  await customer.button.click();
  await waitForState(customer, 'open');
  await waitForCall(callFrame(customer));
};
