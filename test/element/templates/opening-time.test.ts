import { expect } from '@open-wc/testing';
import { openingSentence, openingTime } from '../../../src/element/templates/opening-time.js';
import en from '../../../src/locales/en.js';

const HOUR = 3_600_000;
/** 10:00 in India, on a Monday. */
const MONDAY_10 = Date.parse('2026-11-23T10:00:00+05:30');

/** The opening time that many hours later. */
const later = (hours: number) => openingTime(MONDAY_10 + hours * HOUR, MONDAY_10);

describe('openingTime', () => {
  it('gives the weekday and the 12-hour time in India', () => {
    expect(later(0)).to.include({ weekday: 1, time: '10:00 am' });
    expect(later(8 + 5 / 60)).to.include({ weekday: 1, time: '6:05 pm' });
    expect(later(2)).to.include({ weekday: 1, time: '12:00 pm' });
    expect(later(14)).to.include({ weekday: 2, time: '12:00 am' });
    expect(later(-24)).to.include({ weekday: 0, time: '10:00 am' });
  });

  it('never shows "NaN", also near the ends of time', () => {
    for (const instant of [
      8.64e15,
      8.64e15 - HOUR,
      -8.64e15,
      -8.64e15 + HOUR,
      -1,
      0,
      Date.UTC(9999, 11, 31),
    ]) {
      const { weekday, time, local } = openingTime(instant, MONDAY_10);
      for (const shown of [{ weekday, time }, local ?? { weekday, time }]) {
        expect(shown.time, String(instant)).to.match(/^(1[0-2]|[1-9]):[0-5]\d [ap]m$/);
        expect(shown.weekday, String(instant)).to.be.oneOf([0, 1, 2, 3, 4, 5, 6]);
      }
    }
  });

  it('is today until midnight in India', () => {
    expect(later(13.9)).to.include({ today: true });
    expect(later(14)).to.include({ today: false });
  });

  it('adds the visitor’s local time if it is different', () => {
    const clock = new Date(MONDAY_10);
    const { local } = later(0);
    if (clock.getDay() === 1 && clock.getHours() === 10 && clock.getMinutes() === 0)
      expect(local).to.equal(null);
    else {
      const minute = String(clock.getMinutes()).padStart(2, '0');
      expect(local?.weekday).to.equal(clock.getDay());
      expect(local?.time).to.match(new RegExp(`^${clock.getHours() % 12 || 12}:${minute} [ap]m$`));
    }
  });
});

describe('openingSentence', () => {
  const monday = { weekday: 1, time: '10:00 am', today: false, local: null };

  it('contains the day and the time in India', () => {
    expect(openingSentence('opensAt', en, monday)).to.equal('Opens Monday at 10:00 am IST.');
    expect(openingSentence('opensAt', en, { ...monday, today: true })).to.equal(
      'Opens today, Monday, at 10:00 am IST.',
    );
  });

  it('adds the visitor’s local time', () => {
    const local = { weekday: 0, time: '11:30 pm' };
    expect(openingSentence('closesAt', en, { ...monday, local })).to.equal(
      'Closes Monday at 10:00 am IST (Sunday 11:30 pm your time). Please start now.',
    );
  });

  it('uses the page’s own messages', () => {
    const messages = { ...en, opensAt: '{time}{local}, {day}', yourTime: 'here {time}' };
    const local = { weekday: 0, time: '11:30 pm' };
    expect(openingSentence('opensAt', messages, { ...monday, local })).to.equal(
      '10:00 am (here 11:30 pm), Monday',
    );
  });
});
