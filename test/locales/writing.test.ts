import { expect } from '@open-wc/testing';
import { LANGUAGES, texts } from '../support/languages.js';

/** Digits of other scripts, which Indian banking apps do not use. */
const FOREIGN_DIGIT = /(?![0-9])\p{Nd}/u;

/** What stays in Latin script in every language: names, and abbreviations that are never transliterated. */
const LATIN_NAMES = /\b(?:EnKash|KYC|PAN|VPN|QR|SMS|Wi-Fi|4G|Chrome|Safari|IST|am|pm)(?![a-z])/g;

/** Invisible characters: controls, soft hyphens, zero-width spaces, bidi marks. */
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cf}\ufeff]/u;
/** Joiners are valid in some scripts, but only between a virama and the next letter. */
const JOINER = /(?<=[\u0acd\u0b4d\u0ccd\u0c4d\u0d4d])[\u200c\u200d](?=\p{L})/gu;

/** Labels, names, titles and what stands before a text of EnKash, which are not sentences. */
const LABELS = /^(?:actions\.|phases\.|weekdays\.|steps\.|reason$|callTitle$|handoff\.(?:code|link)$)/;

/** Fits on a button as wide as a phone; in grapheme clusters. */
const LABEL_LENGTH = 40;
/** In grapheme clusters. */
const SENTENCES_LENGTH = 160;

const letters = (text: string) => [...new Intl.Segmenter().segment(text)].length;

/** The text without its valid invisible characters. */
const visible = (text: string) => text.replace(JOINER, '');

for (const [lang, { messages, script, stop, question }] of Object.entries(LANGUAGES))
  describe(`the writing of "${lang}"`, () => {
    const all = texts(messages);
    const sentences = all.filter(([place]) => !LABELS.test(place));
    const foreign = new RegExp(`(?!\\p{Script=${script}}|\\p{Script=Inherited})[\\p{L}\\p{M}]`, 'u');
    const own = new RegExp(`\\p{Script=${script}}`, 'u');

    it('uses only its own script, except for names and digits', () => {
      for (const [place, text] of all) {
        expect(text, place).to.match(own);
        expect(text, place).not.to.match(FOREIGN_DIGIT);
        expect(text.replace(LATIN_NAMES, ''), place).not.to.match(foreign);
      }
    });

    it('contains no invisible characters and no extra spaces', () => {
      for (const [place, text] of all) {
        expect(visible(text), place).not.to.match(INVISIBLE);
        expect(text, place).to.equal(text.trim().normalize('NFC'));
        expect(text, place).not.to.match(/\s\s|[^\S ]/);
      }
    });

    it('ends every sentence, but no label, with the language’s full stop or question mark', () => {
      for (const [place, text] of sentences)
        expect([stop, question, '…'], `${place}: ${text}`).to.include(text.at(-1));
      for (const [place, text] of all) if (LABELS.test(place)) expect(text, place).not.to.match(/[.।۔…]$/);
    });

    it('contains no punctuation of other languages', () => {
      const others = ['.', '।', '۔'].filter((mark) => mark !== stop);
      if (question === '؟') others.push('?', ',', ';');
      for (const [place, text] of all) for (const mark of others) expect(text, place).not.to.contain(mark);
    });

    it('is short enough', () => {
      for (const [place, text] of all)
        expect(letters(visible(text)), `${place}: ${text}`).to.be.at.most(
          LABELS.test(place) ? LABEL_LENGTH : SENTENCES_LENGTH,
        );
    });
  });
