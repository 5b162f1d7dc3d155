import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, describe, it } from 'node:test';
import { SUNDAY_11 } from '../support/browser/instants.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import { recordedEvents } from '../support/browser/recorded-events.js';
import { visitAt } from '../support/browser/visit-at.js';
import { waitForState } from '../support/browser/wait-for-state.js';

const browser = await launchChromium({ after });

/** A script that records `vkyc-remind` events, counts the files created and, when `prevents` is true, prevents the default. */
const host = (prevents: boolean) => `
globalThis.reminders = [];
globalThis.files = 0;
const createObjectURL = URL.createObjectURL;
URL.createObjectURL = (file) => { files++; return createObjectURL.call(URL, file); };
document.addEventListener('vkyc-remind', (event) => {
  reminders.push(event.detail);
  if (${prevents}) event.preventDefault();
});`;

const closedOn = async (t: Parameters<typeof visitAt>[0], scripts: Record<string, string>) => {
  const customer = await visitAt(t, browser, {
    at: SUNDAY_11,
    dateOffset: -5 * 3_600_000,
    scripts,
  });
  await waitForState(customer, 'closed');
  return { ...customer, remind: customer.element.getByRole('button', { name: 'Remind me' }) };
};

describe('the reminder of the next opening', () => {
  it('downloads a calendar file with one event at that time and an alarm', async (t) => {
    const { page, remind, wallet } = await closedOn(t, { '/host.js': host(false) });
    const [download] = await Promise.all([page.waitForEvent('download'), remind.click()]);
    assert.equal(download.suggestedFilename(), 'video-kyc.ics');
    const file = await readFile(await download.path(), 'utf8');
    assert.ok(file.endsWith('\r\n'));
    assert.deepEqual(file.trimEnd().split('\r\n'), [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//enkash-vkyc-button//EN',
      'BEGIN:VEVENT',
      'UID:20261123T043000Z-20261122T053000Z@enkash-vkyc-button',
      'DTSTAMP:20261122T053000Z',
      'DTSTART:20261123T043000Z',
      'DTEND:20261123T050000Z',
      'SUMMARY:Start video KYC',
      `URL:${wallet.url}/`,
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:Start video KYC',
      'TRIGGER:PT0S',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
    assert.deepEqual(await page.evaluate('reminders'), [{ opensAt: '2026-11-23T04:30:00.000Z' }]);
    assert.equal(await page.evaluate('files'), 1);
    await page
      .getByRole('status')
      .filter({ hasText: 'Saved: open the file to add it to your calendar.' })
      .waitFor();
    assert.equal(wallet.requests.includes('POST'), false);
  });

  it('is left to the page when it prevents the default', async (t) => {
    const { page, remind } = await closedOn(t, { '/host.js': host(true) });
    await remind.click();
    assert.deepEqual(await page.evaluate('reminders'), [{ opensAt: '2026-11-23T04:30:00.000Z' }]);
    assert.equal(await page.evaluate('files'), 0);
    assert.doesNotMatch(await page.getByRole('status').innerText(), /Saved/);
  });

  it('works under a strict CSP, and does not contain the session endpoint', async (t) => {
    const customer = await visitAt(t, browser, {
      at: SUNDAY_11,
      headers: {
        'content-security-policy':
          "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; " +
          "require-trusted-types-for 'script'; trusted-types enkash-vkyc",
      },
    });
    const { page, element } = customer;
    await waitForState(customer, 'closed');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      element.getByRole('button', { name: 'Remind me' }).click(),
    ]);
    const endpoint = await element.getAttribute('session-endpoint');
    const file = await readFile(await download.path(), 'utf8');
    assert.ok(endpoint);
    assert.equal(file.includes(endpoint), false);
    assert.deepEqual(await recordedEvents(page, 'securitypolicyviolation'), []);
  });
});
