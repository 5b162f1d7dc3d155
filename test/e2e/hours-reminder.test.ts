import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, describe, it } from 'node:test';
import { standAt } from '../support/browser/controlled-time.js';
import { heard, reaches } from '../support/browser/customer.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import { MONDAY_11 } from '../support/browser/wallet.js';

const browser = await launchChromium({ after });

const SUNDAY_11 = MONDAY_11 - 24 * 3_600_000;

/** A page that writes down each wish to be reminded and counts the files made, and answers the wish itself if it says so. */
const host = (answers: boolean) => `
globalThis.wishes = [];
globalThis.files = 0;
const make = URL.createObjectURL;
URL.createObjectURL = (file) => { files++; return make.call(URL, file); };
document.addEventListener('vkyc-remind', (event) => {
  wishes.push(event.detail);
  if (${answers}) event.preventDefault();
});`;

const closedOn = async (t: Parameters<typeof standAt>[0], scripts: Record<string, string>) => {
  const customer = await standAt(t, browser, {
    at: SUNDAY_11,
    ahead: -5 * 3_600_000,
    scripts,
  });
  await reaches(customer, 'closed');
  return { ...customer, remind: customer.element.getByRole('button', { name: 'Remind me' }) };
};

describe('a reminder of the next opening', () => {
  it('is a calendar file of one entry at that moment, with an alarm', async (t) => {
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
    assert.deepEqual(await page.evaluate('wishes'), [{ opensAt: '2026-11-23T04:30:00.000Z' }]);
    assert.equal(await page.evaluate('files'), 1);
    await page
      .getByRole('status')
      .filter({ hasText: 'Saved: open the file to put the reminder into your calendar.' })
      .waitFor();
    assert.deepEqual(wallet.asked, ['GET']);
  });

  it('is left to the page that sends one of its own', async (t) => {
    const { page, remind } = await closedOn(t, { '/host.js': host(true) });
    await remind.click();
    assert.deepEqual(await page.evaluate('wishes'), [{ opensAt: '2026-11-23T04:30:00.000Z' }]);
    assert.equal(await page.evaluate('files'), 0);
    assert.doesNotMatch(await page.getByRole('status').innerText(), /Saved/);
  });

  it('can be had under a strict policy, and names nothing of the session', async (t) => {
    const customer = await standAt(t, browser, {
      at: SUNDAY_11,
      headers: {
        'content-security-policy':
          "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; " +
          "require-trusted-types-for 'script'; trusted-types enkash-vkyc",
      },
    });
    const { page, element } = customer;
    await reaches(customer, 'closed');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      element.getByRole('button', { name: 'Remind me' }).click(),
    ]);
    const endpoint = await element.getAttribute('session-endpoint');
    const file = await readFile(await download.path(), 'utf8');
    assert.ok(endpoint);
    assert.equal(file.includes(endpoint), false);
    assert.deepEqual(await heard(page, 'securitypolicyviolation'), []);
  });
});
