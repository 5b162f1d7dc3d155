import { expect } from '@open-wc/testing';
import { openingSentence } from '../../src/element/templates/opening-time.js';
import en from '../../src/locales/en.js';
import { at, DAYS, LANGUAGES, SUNDAY_EVENING, texts } from '../support/languages.js';

for (const [lang, { messages }] of Object.entries(LANGUAGES))
  describe(`the messages in "${lang}"`, () => {
    it('are complete, and none is empty', () => {
      const places = texts(messages).map(([place]) => place);
      expect(places).to.have.members(texts(en).map(([place]) => place));
      for (const [place, text] of texts(messages)) expect(text.trim(), place).not.to.equal('');
    });

    it('are different for each button, phase and device issue', () => {
      for (const group of [messages.actions, messages.phases, messages.findings]) {
        const names = Object.values(group);
        expect(new Set(names).size).to.equal(names.length);
      }
    });

    it('quote the label of the handoff button exactly', () => {
      expect(messages.handoff.hidden).to.contain(`“${messages.actions.handoff}”`);
    });

    it('contain the weekday and the time of every opening and closing', () => {
      for (const sentence of ['opensAt', 'closesAt'] as const) {
        const said = DAYS.map((day) => openingSentence(sentence, messages, at(day)));
        expect(new Set(said).size).to.equal(7);
        for (const text of said) expect(text).to.match(/(?<!\d)10:00(?!\d)/);
      }
    });

    it("contain 'today', 'IST' and the visitor's local time only if they apply", () => {
      for (const sentence of ['opensAt', 'closesAt'] as const) {
        const plain = openingSentence(sentence, messages, at(1));
        const today = openingSentence(sentence, messages, at(1, { today: true }));
        expect(today.length).to.be.above(plain.length);
        expect(today).to.contain(messages.weekdays[1]);
        const abroad = openingSentence(sentence, messages, at(1, { local: SUNDAY_EVENING }));
        expect(abroad)
          .to.match(/10:00.* IST.*9:30/)
          .and.to.contain(messages.weekdays[0]);
        for (const said of [plain, today]) expect(said).not.to.match(/[(]|IST/);
      }
    });

    it('hang no ending on a bracket', () => {
      for (const [place, text] of texts(messages)) expect(text, place).not.to.match(/\)[^\s.।۔,،:]/);
    });

    it('have no placeholder left', () => {
      for (const [place, text] of texts(messages)) if (place.includes('(')) expect(text).not.to.match(/[{}]/);
    });
  });

for (const [lang, { messages }] of Object.entries(LANGUAGES).filter(([lang]) => lang !== 'en'))
  describe(`the weekdays in "${lang}"`, () => {
    const weekday = new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' });
    // Browsers have no names, or English ones, for some languages: Odia and Assamese among them.
    const known = !/[a-z]/i.test(weekday.format(0));

    it(known ? 'match those of the browser' : 'are not English', () => {
      for (const day of DAYS) {
        const text = openingSentence('opensAt', messages, at(day));
        // 1 November 2026 is a Sunday.
        if (known) expect(text).to.contain(weekday.format(Date.UTC(2026, 10, 1 + day)));
        else expect(text).not.to.match(/day/);
      }
    });
  });
