import { expect } from '@open-wc/testing';
import { openingSentence, openingTime } from '../../../src/element/templates/opening-time.js';
import en from '../../../src/locales/en.js';
import hi from '../../../src/locales/hi.js';

const HOUR = 3_600_000;
/** 10:00 in India, on a Monday. */
const MONDAY_10 = Date.parse('2026-11-23T10:00:00+05:30');

/** The opening time that many hours later. */
const later = (hours: number) => openingTime(MONDAY_10 + hours * HOUR, MONDAY_10);

describe('openingTime', () => {
  it('gives the weekday and the minutes since midnight in India', () => {
    expect(later(0)).to.include({ weekday: 1, minutes: 600 });
    expect(later(8 + 5 / 60)).to.include({ weekday: 1, minutes: 1085 });
    expect(later(2)).to.include({ weekday: 1, minutes: 720 });
    expect(later(14)).to.include({ weekday: 2, minutes: 0 });
    expect(later(-24)).to.include({ weekday: 0, minutes: 600 });
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
      const opening = openingTime(instant, MONDAY_10);
      const said = openingSentence('opensAt', en, opening);
      expect(said, String(instant)).to.match(/^Opens [A-Z]\w+day at (1[0-2]|[1-9]):[0-5]\d [ap]m/);
      expect(said, String(instant)).not.to.match(/NaN|undefined/);
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
      expect(local?.weekday).to.equal(clock.getDay());
      expect(local?.minutes).to.equal(clock.getHours() * 60 + clock.getMinutes());
    }
  });
});

describe('openingSentence', () => {
  const monday = { weekday: 1, minutes: 600, today: false, local: null };
  const local = { weekday: 0, minutes: 23 * 60 + 30 };

  it('contains the day and the time in India, without "IST" for a visitor in India', () => {
    expect(openingSentence('opensAt', en, monday)).to.equal('Opens Monday at 10:00 am.');
    expect(openingSentence('opensAt', en, { ...monday, today: true })).to.equal(
      'Opens today, Monday, at 10:00 am.',
    );
  });

  it('says "IST" and adds the visitor’s local time if it is different', () => {
    expect(openingSentence('closesAt', en, { ...monday, local })).to.equal(
      'Closes Monday at 10:00 am IST (Sunday 11:30 pm your time). Please start now.',
    );
  });

  it('names the part of the day as the language does', () => {
    const times = [0, 4 * 60, 12 * 60 + 5, 16 * 60, 20 * 60, 23 * 60 + 59].map((minutes) =>
      openingSentence('opensAt', hi, { ...monday, minutes }),
    );
    expect(times).to.deep.equal([
      'सोमवार को रात 12:00 बजे खुलेगा।',
      'सोमवार को सुबह 4:00 बजे खुलेगा।',
      'सोमवार को दोपहर 12:05 बजे खुलेगा।',
      'सोमवार को शाम 4:00 बजे खुलेगा।',
      'सोमवार को रात 8:00 बजे खुलेगा।',
      'सोमवार को रात 11:59 बजे खुलेगा।',
    ]);
    const english = [0, 11 * 60 + 59, 12 * 60, 20 * 60].map((minutes) =>
      openingSentence('opensAt', en, { ...monday, minutes }),
    );
    expect(english.map((text) => text.slice('Opens Monday at '.length))).to.deep.equal([
      '12:00 am.',
      '11:59 am.',
      '12:00 pm.',
      '8:00 pm.',
    ]);
  });

  it('uses the page’s own messages', () => {
    const messages = { ...en, opensAt: '{time}{local}, {day}', yourTime: 'here {time}' };
    expect(openingSentence('opensAt', messages, { ...monday, local })).to.equal(
      '10:00 am IST (here 11:30 pm), Monday',
    );
  });
});
