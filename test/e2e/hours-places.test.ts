import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { reaches, reads } from '../support/browser/customer.js';
import { availabilityOf, standAt } from '../support/browser/controlled-time.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import { MONDAY_11 } from '../support/browser/wallet.js';

const browser = await launchChromium({ after });

const SECOND = 1_000;
const HOUR = 3_600_000;
const MONDAY_10 = MONDAY_11 - HOUR;
const MONDAY_1745 = MONDAY_10 + 7.75 * HOUR;
/** Sunday 1 November 2026, 9:00 in India: a few hours before New York leaves summer time. */
const NEW_YORK_CHANGES = Date.UTC(2026, 10, 1, 3, 30);

const places = [
  { zone: 'Asia/Kolkata', opens: '', closes: '' },
  {
    zone: 'America/New_York',
    opens: ' (Sunday 11:30 pm your time)',
    closes: ' (Monday 7:30 am your time)',
  },
  {
    zone: 'Asia/Kathmandu',
    opens: ' (Monday 10:15 am your time)',
    closes: ' (Monday 6:15 pm your time)',
  },
  {
    zone: 'Pacific/Kiritimati',
    opens: ' (Monday 6:30 pm your time)',
    closes: ' (Tuesday 2:30 am your time)',
  },
] as const;

describe('a visitor', { concurrency: 2 }, () => {
  for (const { zone, opens, closes } of places) {
    it(`in ${zone} finds the same hours as in India, beside their own time where it differs`, async (t) => {
      const visitor = await standAt(t, browser, {
        at: MONDAY_10 - 10 * SECOND,
        device: { timezoneId: zone },
      });
      await reaches(visitor, 'closed');
      await reads(visitor, `Not open yet. Opens today, Monday, at 10:00 am IST${opens}.`);
      assert.deepEqual(await availabilityOf(visitor), {
        open: false,
        reason: 'before-hours',
        opensAt: '2026-11-23T04:30:00.000Z',
        closesAt: null,
        clock: 'server',
      });

      await visitor.pass(10 * SECOND);
      await reaches(visitor, 'ready');
      assert.deepEqual(await availabilityOf(visitor), {
        open: true,
        reason: null,
        opensAt: null,
        closesAt: '2026-11-23T12:30:00.000Z',
        clock: 'server',
      });
    });

    it(`in ${zone} is told of the closing in the same way`, async (t) => {
      const visitor = await standAt(t, browser, { at: MONDAY_1745, device: { timezoneId: zone } });
      await reads(visitor, `Closes today, Monday, at 6:00 pm IST${closes}. Please start now.`);
    });
  }

  it('whose own clock is changed before the opening reads the time that will be', async (t) => {
    const device = { timezoneId: 'America/New_York' };
    const visitor = await standAt(t, browser, { at: NEW_YORK_CHANGES, device });
    await reads(
      visitor,
      'Open on working days only. Opens Monday at 10:00 am IST (Sunday 11:30 pm your time).',
    );
  });
});
