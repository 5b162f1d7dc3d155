import { expect, test } from '@playwright/test';

test.beforeEach(async ({ request }) => {
  await control(request, 'reset');
  await control(request, 'settings', { paceMs: 0 }); // the agent of the call does not let us wait
});

/** A control of the sandbox, as docs/sandbox.md lists them. */
const control = (request, command, data = {}) =>
  request.post(`http://127.0.0.1:${process.env.ENKASH_PORT ?? 4801}/sandbox/${command}`, { data });

test('a customer is verified after the call', async ({ page, request }) => {
  await page.goto('/');
  const popup = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Start video KYC' }).click();
  const call = await popup;
  const steps = [
    'Check my devices',
    'Join the call',
    'Yes, I agree',
    'My card is in view',
    'I looked left',
    'Agent approves',
  ];
  for (const name of steps) await call.getByRole('button', { name }).click();
  await call.getByRole('button', { name: 'Close this window' }).waitFor();
  await call.close();
  await expect(page.locator('enkash-vkyc-button')).toHaveAttribute('phase', 'under-review');
  await control(request, 'clock', { shiftMs: 10_000 }); // the time of the audit
  await expect(page.getByText('Your KYC is complete.').first()).toBeVisible({ timeout: 15_000 });
});

test('a rejected customer may try again', async ({ page, request }) => {
  await control(request, 'status', { enKashCardId: 'EKCHUZJWZW', status: 'rejected' });
  await page.goto('/');
  await expect(page.locator('enkash-vkyc-button')).toHaveAttribute('phase', 'rejected');
  await expect(page.getByRole('button', { name: 'Start video KYC' })).toBeEnabled();
});
