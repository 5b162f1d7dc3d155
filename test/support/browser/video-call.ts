import type { FrameLocator, Page } from 'playwright-core';
import type { CallEvent } from '../../../src/sandbox/index.js';
import type { Wallet } from './start-wallet.js';
import { waitUntil } from './wait-until.js';

/** The call's page: in a window, or in the frame of the dialog. */
type Call = Page | FrameLocator;

/** Presses a button of the call. In Firefox under automation, mouse clicks do not reach a frame of another site. */
const press = (call: Call, name: string): Promise<void> => {
  const button = call.getByRole('button', { name });
  return 'owner' in call ? button.dispatchEvent('click') : button.click();
};

/** Waits until the call's first page is shown. */
export const waitForCall = (call: Call): Promise<void> =>
  call.getByRole('heading', { name: 'Before the call' }).waitFor();

/** Checks the devices and joins the call. Resolves with what the page says about the devices. */
export const joinCall = async (call: Call): Promise<string> => {
  await press(call, 'Check my devices');
  await call.getByRole('button', { name: 'Join the call' }).waitFor();
  const advice = await call.locator('#advice').innerText();
  await press(call, 'Join the call');
  return advice;
};

/** Goes through the whole call, until the agent has approved. */
export const approveCall = async (call: Call): Promise<void> => {
  await joinCall(call);
  for (const reply of [...REPLIES, ENDINGS.approved]) await press(call, reply);
};

const REPLIES = ['Yes, I agree', 'My card is in view', 'I looked left'];
const ENDINGS = { approved: 'Agent approves', rejected: 'Agent rejects', dropped: 'Line drops' } as const;

/** Goes through the whole call, from the device check to its ending. Resolves with what the page says about the devices. */
export const completeCall = async (
  call: Call,
  wallet: Wallet,
  ending: keyof typeof ENDINGS,
): Promise<string> => {
  const advice = await joinCall(call);
  for (const reply of REPLIES) await press(call, reply);
  await press(call, ENDINGS[ending]);
  await waitForCallEvent(wallet, ending);
  return advice;
};

/** Waits until the call's page has reported an event to EnKash and Signzy. */
const waitForCallEvent = ({ sandbox }: Wallet, event: CallEvent): Promise<void> =>
  waitUntil(`the call reports "${event}"`, () =>
    sandbox.snapshot().customers.some(({ lastEvent }) => lastEvent === event),
  );

/** Closes the call's window with its own button. */
export const closeCallWindow = async (call: Page): Promise<void> => {
  const closed = call.waitForEvent('close');
  // The window may be gone before Playwright knows that the click has been made.
  await Promise.race([closed, call.getByRole('button', { name: 'Close this window' }).click()]).catch(
    () => undefined,
  );
  await closed;
};
