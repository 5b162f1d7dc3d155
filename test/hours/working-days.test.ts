import { expect } from '@open-wc/testing';

import { parseCivilDate } from '../../src/hours/civil-date.js';
import { isWorkingDay, parseWorkingDays } from '../../src/hours/working-days.js';

/** The working days of November 2026, which began on a Sunday, with a setting. */
function novemberDays(setting: string): number[] {
  const days = parseWorkingDays(setting);
  if (!days) return [];
  const first = parseCivilDate('2026-11-01') ?? NaN;
  return Array.from({ length: 30 }, (_, index) => index + 1).filter((date) =>
    isWorkingDay(first + date - 1, days),
  );
}

const MONDAYS_TO_FRIDAYS = [2, 3, 4, 5, 6, 9, 10, 11, 12, 13, 16, 17, 18, 19, 20, 23, 24, 25, 26, 27, 30];
const sorted = (...days: number[]) => days.sort((a, b) => a - b);

describe('working days', () => {
  it('can be a range', () => {
    expect(novemberDays('mon-fri')).to.deep.equal(MONDAYS_TO_FRIDAYS);
    expect(novemberDays('mon-sat')).to.deep.equal(sorted(...MONDAYS_TO_FRIDAYS, 7, 14, 21, 28));
    expect(novemberDays('mon-sun')).to.have.length(30);
  });

  it('can be single days, separated by spaces or commas, in any case', () => {
    expect(novemberDays('mon wed fri')).to.deep.equal([2, 4, 6, 9, 11, 13, 16, 18, 20, 23, 25, 27, 30]);
    expect(novemberDays(' Mon,WED ,, fri ')).to.deep.equal(novemberDays('mon wed fri'));
  });

  it('can be a range that wraps around the week', () => {
    expect(novemberDays('sat-mon')).to.deep.equal(novemberDays('sat sun mon'));
    expect(novemberDays('sun-sat')).to.have.length(30);
    expect(novemberDays('wed-wed')).to.deep.equal(novemberDays('wed'));
  });

  it('can be bank Saturdays: the first, third and fifth of a month', () => {
    expect(novemberDays('mon-fri sat1 sat3 sat5')).to.deep.equal(sorted(...MONDAYS_TO_FRIDAYS, 7, 21));
    expect(novemberDays('sat2 sat4')).to.deep.equal([14, 28]);
    const fifthSaturday = parseCivilDate('2026-10-31') ?? NaN;
    const days = parseWorkingDays('sat5');
    expect(days && isWorkingDay(fifthSaturday, days)).to.equal(true);
    expect(days && isWorkingDay(fifthSaturday - 7, days)).to.equal(false);
  });

  it('include every Saturday when a range does, whatever ordinals are given too', () => {
    expect(novemberDays('mon-sat sat1')).to.deep.equal(novemberDays('mon-sat'));
  });

  for (const invalid of [
    '',
    ' , ',
    'monday',
    'mon-',
    '-fri',
    'mon-fri-sat',
    'mon - fri',
    'mon–fri',
    'sat0',
    'sat6',
    'sat12',
    'sun1',
    'fri-sat1',
    'mon;tue',
    'weekdays',
    'constructor',
    '1-5',
  ]) {
    it(`cannot be “${invalid}”`, () => {
      expect(parseWorkingDays(invalid)).to.equal(null);
    });
  }

  it('are null if one part of the setting is invalid', () => {
    expect(parseWorkingDays('mon-fri saturday')).to.equal(null);
  });
});
