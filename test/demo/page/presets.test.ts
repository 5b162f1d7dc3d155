import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bankCalendar } from '../../../demo/bank-calendar.js';
import { fromIstField, presetsAt, toIstField } from '../../../demo/page/presets.js';
import { availabilityAt } from '../../../src/hours/availability.js';

const presetTimesAt = (now: string) =>
  Object.fromEntries(
    presetsAt(Date.parse(now)).map(({ label, at }) => [label, at === null ? null : toIstField(at)]),
  );

describe('presetsAt', () => {
  it('returns times on the coming days in India', () => {
    assert.deepEqual(presetTimesAt('2026-11-25T12:00:00+05:30'), {
      'Real time': null,
      'Monday 11:00': '2026-11-30T11:00:00',
      '10 s before opening': '2026-11-30T09:59:50',
      '10 s before closing': '2026-11-30T17:59:50',
      'After hours': '2026-11-30T20:00:00',
      'Sunday noon': '2026-11-29T12:00:00',
      'First Saturday': '2026-12-05T11:00:00',
      'Second Saturday': '2026-12-12T11:00:00',
      // a Friday before the fourth Saturday
      'Holiday bridge': '2026-12-25T11:00:00',
    });
  });

  it('returns today’s times on a Monday in India', () => {
    assert.equal(presetTimesAt('2026-11-22T19:00:00Z')['Monday 11:00'], '2026-11-23T11:00:00');
  });

  it('returns today’s time on a Sunday', () => {
    assert.equal(presetTimesAt('2026-11-22T12:00:00+05:30')['Sunday noon'], '2026-11-22T12:00:00');
  });

  it('skips Mondays and Saturdays that are holidays', () => {
    // Republic Day in 2026, and Gandhi Jayanti in 2027
    assert.equal(presetTimesAt('2026-01-26T09:00:00+05:30')['Monday 11:00'], '2026-02-02T11:00:00');
    assert.equal(presetTimesAt('2027-10-01T09:00:00+05:30')['First Saturday'], '2027-11-06T11:00:00');
  });

  it('returns times with the availability that their labels promise, on every day of three years', () => {
    for (let day = 0; day < 3 * 366; day++) {
      const now = Date.UTC(2026, 0, 1) + day * 86_400_000;
      const results = presetsAt(now).map(({ label, at }) => {
        const { open, reason } = availabilityAt(at ?? now, bankCalendar(now));
        return [label, open || reason];
      });
      assert.deepEqual(results.slice(1), [
        ['Monday 11:00', true],
        ['10 s before opening', 'before-hours'],
        ['10 s before closing', true],
        ['After hours', 'after-hours'],
        ['Sunday noon', 'weekend'],
        ['First Saturday', true],
        ['Second Saturday', 'weekend'],
        ['Holiday bridge', 'holiday'],
      ]);
    }
  });
});

describe('the date-time field', () => {
  it('is read as IST', () => {
    assert.equal(fromIstField('2026-11-23T11:00'), Date.UTC(2026, 10, 23, 5, 30));
  });

  it('shows the instant that was read from it', () => {
    assert.equal(toIstField(fromIstField('2026-01-01T00:00:07')), '2026-01-01T00:00:07');
  });
});
