import { expect } from '@open-wc/testing';
import assamese from '../../src/locales/as.js';
import bn from '../../src/locales/bn.js';
import en from '../../src/locales/en.js';
import gu from '../../src/locales/gu.js';
import hi from '../../src/locales/hi.js';
import kn from '../../src/locales/kn.js';
import ml from '../../src/locales/ml.js';
import mr from '../../src/locales/mr.js';
import or from '../../src/locales/or.js';
import pa from '../../src/locales/pa.js';
import ta from '../../src/locales/ta.js';
import te from '../../src/locales/te.js';
import ur from '../../src/locales/ur.js';
import type { OpeningTime, Words } from '../../src/locales/words.js';

const LOCALES: Readonly<Record<string, Words>> = {
  as: assamese,
  bn,
  en,
  gu,
  hi,
  kn,
  ml,
  mr,
  or,
  pa,
  ta,
  te,
  ur,
};

/** Digits of other scripts, which customers of Indian banking apps do not expect. */
const FOREIGN_DIGIT = /(?![0-9])\p{Nd}/u;
/** What stays in Latin letters in every language. */
const LATIN_NAMES = /EnKash|KYC|PAN|IST|\b(?:am|pm)\b/g;

const SCRIPTS: Readonly<Record<string, string>> = {
  as: 'Bengali',
  bn: 'Bengali',
  en: 'Latin',
  gu: 'Gujarati',
  hi: 'Devanagari',
  kn: 'Kannada',
  ml: 'Malayalam',
  mr: 'Devanagari',
  or: 'Oriya',
  pa: 'Gurmukhi',
  ta: 'Tamil',
  te: 'Telugu',
  ur: 'Arabic',
};

/** A letter or a sign of any other script. */
const notOf = (script = '') =>
  new RegExp(`(?!\\p{Script=${script}}|\\p{Script=Inherited})[\\p{L}\\p{M}]`, 'u');

const at = (weekday: number, more: Partial<OpeningTime> = {}): OpeningTime => ({
  weekday,
  hour: 10,
  minute: 0,
  today: false,
  local: null,
  ...more,
});

const days = [0, 1, 2, 3, 4, 5, 6];

/** Every text of a language, with its place. */
function texts(words: Words): [string, string][] {
  const moments = days.flatMap((day): [string, string][] => [
    [`opensAt(${day})`, words.opensAt(at(day, { local: { weekday: 0, hour: 21, minute: 30 } }))],
    [`closesAt(${day})`, words.closesAt(at(day, { today: true, hour: 18 }))],
  ]);
  const said = Object.entries(words).flatMap(([group, value]: [string, unknown]): [string, string][] => {
    if (typeof value === 'string') return [[group, value]];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).map(([name, text]) => [`${group}.${name}`, String(text)]);
  });
  return [...said, ...moments];
}

for (const [lang, words] of Object.entries(LOCALES))
  describe(`the words in "${lang}"`, () => {
    it('say something in every place where English does', () => {
      const places = texts(words).map(([place]) => place);
      expect(places).to.have.members(texts(en).map(([place]) => place));
      for (const [place, text] of texts(words)) {
        expect(text.trim(), place).not.to.equal('');
        expect(text, place).to.equal(text.trim().normalize('NFC'));
      }
    });

    it('give each button, and each phase, a name of its own', () => {
      for (const group of [words.actions, words.phases]) {
        const names = Object.values(group);
        expect(new Set(names).size).to.equal(names.length);
      }
    });

    it('keep to their own script, but for product names and digits', () => {
      for (const [place, text] of texts(words)) {
        expect(text, place).not.to.match(FOREIGN_DIGIT);
        expect(text.replace(LATIN_NAMES, ''), place).not.to.match(notOf(SCRIPTS[lang]));
      }
    });

    it('name the weekday and the time in IST of every opening and closing', () => {
      for (const say of [words.opensAt, words.closesAt]) {
        const said = days.map((day) => say(at(day)));
        expect(new Set(said).size).to.equal(7);
        for (const text of said) expect(text).to.match(/(?<!\d)10:00 am IST/);
        expect(say(at(1, { hour: 18, minute: 5 }))).to.contain('6:05 pm IST');
        expect(say(at(1, { hour: 0 }))).to.contain('12:00 am IST');
        expect(say(at(1, { hour: 12 }))).to.contain('12:00 pm IST');
        expect(say(at(1, { hour: 24 }))).to.contain('12:00 am IST');
      }
    });

    it("say 'today', and the visitor's own time, only where they apply", () => {
      const plain = words.opensAt(at(1));
      expect(words.opensAt(at(1, { today: true })).length).to.be.above(plain.length);
      const abroad = words.opensAt(at(1, { local: { weekday: 0, hour: 21, minute: 30 } }));
      expect(abroad).to.contain('9:30 pm').and.to.contain('10:00 am IST');
      expect(plain).not.to.contain('(');
    });
  });

for (const [lang, words] of Object.entries(LOCALES).filter(([lang]) => lang !== 'en'))
  describe(`the weekdays in "${lang}"`, () => {
    const weekday = new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' });
    // Browsers have no names, or English ones, for some languages: Odia and Assamese among them.
    const known = !/[a-z]/i.test(weekday.format(0));

    it(known ? 'are those the browser knows' : 'are no English ones', () => {
      for (const day of days) {
        const text = words.opensAt(at(day));
        // 1 November 2026 is a Sunday.
        if (known) expect(text).to.contain(weekday.format(Date.UTC(2026, 10, 1 + day)));
        else expect(text).not.to.match(/day/);
      }
    });
  });
