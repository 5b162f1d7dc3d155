import { expect } from '@open-wc/testing';
import { openingSentence } from '../../src/element/templates/opening-time.js';
import { at, LANGUAGES, texts } from '../support/languages.js';

/** Digits of other scripts, which customers of Indian banking apps do not expect. */
const FOREIGN_DIGIT = /(?![0-9])\p{Nd}/u;

/** What stays in Latin letters in every language: names, what stands on the card, and what everyone says. */
const LATIN_NAMES = /\b(?:EnKash|KYC|PAN|VPN|QR|SMS|Chrome|Safari|IST|am|pm)(?![a-z])/g;

/** What cannot be seen: controls, soft hyphens, spaces of no width, marks of direction. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Cf}\ufeff]/u;
/** Joiners belong to some scripts: between the sign that silences a vowel and the next letter, and nowhere else. */
const JOINER = /(?<=[\u0acd\u0b4d\u0ccd\u0c4d\u0d4d])[\u200c\u200d](?=\p{L})/gu;
/** A time runs from left to right, also among Urdu messages: isolated, from an opening mark to its closing one. */
const ISOLATED_TIME = /\u2066([^\u2066\u2069]*)\u2069/g;

/** Labels, names and titles: no sentences. */
const LABELS = /^(?:actions\.|phases\.|weekdays\.|callTitle$|handoff\.code$)/;

/** What fits a button of a phone's width, in letters as a reader counts them. */
const LABEL_LENGTH = 40;
/** What is still read. */
const SENTENCES_LENGTH = 160;

const letters = (text: string) => [...new Intl.Segmenter().segment(text)].length;

/** Without what no reader takes for a character. */
const seen = (text: string) => text.replace(ISOLATED_TIME, '$1').replace(JOINER, '');

for (const [lang, { messages, script, stop, question }] of Object.entries(LANGUAGES))
  describe(`the writing of "${lang}"`, () => {
    const all = texts(messages);
    const sentences = all.filter(([place]) => !LABELS.test(place));
    const foreign = new RegExp(`(?!\\p{Script=${script}}|\\p{Script=Inherited})[\\p{L}\\p{M}]`, 'u');
    const own = new RegExp(`\\p{Script=${script}}`, 'u');

    it('keeps to its own script, but for names and digits', () => {
      for (const [place, text] of all) {
        expect(text, place).to.match(own);
        expect(text, place).not.to.match(FOREIGN_DIGIT);
        expect(text.replace(LATIN_NAMES, ''), place).not.to.match(foreign);
      }
    });

    it('has no character that cannot be seen, and no space too many', () => {
      for (const [place, text] of all) {
        expect(seen(text), place).not.to.match(UNSEEN);
        expect(text, place).to.equal(text.trim().normalize('NFC'));
        expect(text, place).not.to.match(/\s\s|[^\S ]/);
      }
    });

    it('keeps a time from being read backwards', () => {
      for (const sentence of ['opensAt', 'closesAt'] as const) {
        const said = openingSentence(sentence, messages, at(1));
        expect(said.includes('\u206610:00 am IST\u2069')).to.equal(script === 'Arabic');
      }
    });

    it('ends every sentence, and no label, as the language does', () => {
      for (const [place, text] of sentences)
        expect([stop, question, '…'], `${place}: ${text}`).to.include(text.at(-1));
      for (const [place, text] of all) if (LABELS.test(place)) expect(text, place).not.to.match(/[.।۔…]$/);
    });

    it("has no other language's punctuation", () => {
      const others = ['.', '।', '۔'].filter((mark) => mark !== stop);
      if (question === '؟') others.push('?', ',', ';');
      for (const [place, text] of all) for (const mark of others) expect(text, place).not.to.contain(mark);
    });

    it('is short enough to be read', () => {
      for (const [place, text] of all)
        expect(letters(seen(text)), `${place}: ${text}`).to.be.at.most(
          LABELS.test(place) ? LABEL_LENGTH : SENTENCES_LENGTH,
        );
    });
  });
