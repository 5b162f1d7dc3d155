import type { FrameLocator, Locator } from 'playwright-core';
import { reaches, type Customer } from './customer.js';

/** The tag's attribute for a call in the page. */
export const IFRAME = 'mode="iframe"';

/** The call's page in the dialog. */
export const inFrame = ({ page }: Customer): FrameLocator => page.frameLocator('enkash-vkyc-button iframe');

/** The dialog around the call. */
export const dialogOf = ({ page }: Customer): Locator => page.getByRole('dialog', { name: 'Video KYC call' });

/** Presses a button of the dialog. */
export const pressInDialog = (customer: Customer, name: string): Promise<void> =>
  dialogOf(customer).getByRole('button', { name, exact: true }).click();

/** Opens the call in its dialog. */
export const openDialog = async (customer: Customer): Promise<void> => {
  await reaches(customer, 'ready');
  await customer.button.click();
  await reaches(customer, 'open');
  await inFrame(customer).getByRole('heading', { name: 'Before the call' }).waitFor();
};
