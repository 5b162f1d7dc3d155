import assert from 'node:assert/strict';
import { clickForPopup } from '../browser/open-popup-call.js';
import { approveCall, closeCallWindow } from '../browser/video-call.js';
import type { Customer } from '../browser/visit-page.js';
import { waitForState, waitForText } from '../browser/wait-for-state.js';

/** Sends a command to a running sandbox, such as `clock`. `enkash` is the origin of its EnKash. */
export async function controlSandbox(enkash: string, command: string, body: unknown): Promise<void> {
  const { ok } = await fetch(`${enkash}/sandbox/${command}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  assert.equal(ok, true);
}

/**
 * Goes through a call on a page that shows the phase in its `output`, until the customer is verified. The sandbox's clock is
 * moved past the ten seconds of the audit.
 */
export async function verifyCustomer(customer: Customer, enkash: string): Promise<void> {
  const showsPhase = (phase: string) => customer.page.locator('output', { hasText: phase }).waitFor();
  await waitForState(customer, 'ready', 'not-started');
  const call = await clickForPopup(customer);
  await approveCall(call);
  await closeCallWindow(call);
  await showsPhase('under-review');
  await controlSandbox(enkash, 'clock', { shiftMs: 10_000 });
  await waitForState(customer, 'done', 'verified');
  await showsPhase('verified');
  await waitForText(customer, 'Your KYC is complete.');
}
