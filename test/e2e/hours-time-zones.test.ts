import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { HOUR, MONDAY_10, SECOND } from '../support/browser/instants.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import { availabilityOf, visitAt } from '../support/browser/visit-at.js';
import { waitForState, waitForText } from '../support/browser/wait-for-state.js';

const browser = await launchChromium({ after });

const MONDAY_1745 = MONDAY_10 + 7.75 * HOUR;
/** Sunday 1 November 2026, 9:00 in India: a few hours before New York leaves summer time. */
const NEW_YORK_CHANGES = Date.UTC(2026, 10, 1, 3, 30);

const places = [
  { zone: 'Asia/Kolkata', opens: '', closes: '' },
  {
    zone: 'America/New_York',
    opens: ' IST (Sunday 11:30 pm your time)',
    closes: ' IST (Monday 7:30 am your time)',
  },
  {
    zone: 'Asia/Kathmandu',
    opens: ' IST (Monday 10:15 am your time)',
    closes: ' IST (Monday 6:15 pm your time)',
  },
  {
    zone: 'Pacific/Kiritimati',
    opens: ' IST (Monday 6:30 pm your time)',
    closes: ' IST (Tuesday 2:30 am your time)',
  },
] as const;

describe('opening hours in a visitor’s time zone', { concurrency: 2 }, () => {
  for (const { zone, opens, closes } of places) {
    it(`are those of India in ${zone}, with the local time where it differs`, async (t) => {
      const visitor = await visitAt(t, browser, {
        at: MONDAY_10 - 10 * SECOND,
        device: { timezoneId: zone },
      });
      await waitForState(visitor, 'closed');
      await waitForText(visitor, `Not open yet. Opens today, Monday, at 10:00 am${opens}.`);
      assert.deepEqual(await availabilityOf(visitor), {
        open: false,
        reason: 'before-hours',
        opensAt: '2026-11-23T04:30:00.000Z',
        closesAt: null,
        clock: 'server',
      });

      await visitor.advance(10 * SECOND);
      await waitForState(visitor, 'ready');
      assert.deepEqual(await availabilityOf(visitor), {
        open: true,
        reason: null,
        opensAt: null,
        closesAt: '2026-11-23T12:30:00.000Z',
        clock: 'server',
      });
    });

    it(`show the closing time in ${zone} in the same way`, async (t) => {
      const visitor = await visitAt(t, browser, { at: MONDAY_1745, device: { timezoneId: zone } });
      await waitForText(visitor, `Closes today, Monday, at 6:00 pm${closes}. Please start now.`);
    });
  }

  it('show the local time at the opening when daylight saving time ends before it', async (t) => {
    const device = { timezoneId: 'America/New_York' };
    const visitor = await visitAt(t, browser, { at: NEW_YORK_CHANGES, device });
    await waitForText(
      visitor,
      'Open on working days only. Opens Monday at 10:00 am IST (Sunday 11:30 pm your time).',
    );
  });
});
