import { expect } from '@open-wc/testing';
import { isKeyless, withKeys } from '../../src/element/keyless-messages.js';
import { languageOf, registerLanguage } from '../../src/element/language.js';
import en from '../../src/locales/en.js';
import hi from '../../src/locales/hi.js';
import { version } from '../../src/version.js';
import { texts } from '../support/languages.js';
import { recordConsole } from '../support/record-console.js';

/** The texts of a language in the order of its object, as its file for script tags lists them. */
const listOf = (value: object): string[] =>
  Object.values(value).flatMap((text: unknown) =>
    typeof text === 'string' ? [text] : typeof text === 'object' && text ? listOf(text) : [],
  );
const KEYLESS = [version, ...listOf(hi)];

const asGroup = (list: unknown) => list as Record<string, unknown>;

const registered = (lang: string) => {
  const element = document.createElement('div');
  element.lang = lang;
  return languageOf(element);
};

describe('messages without keys', () => {
  it('are distinguished from those with keys', () => {
    expect(isKeyless(asGroup(KEYLESS))).to.equal(true);
    expect(isKeyless({ ...hi })).to.equal(false);
    expect(isKeyless({})).to.equal(false);
  });

  it('get the keys of English', () => {
    const messages = withKeys(asGroup(KEYLESS)) as typeof hi;
    expect(texts(messages)).to.deep.equal(texts(hi));
  });

  it('become a language', () => {
    registerLanguage('x-keyless', KEYLESS);
    const { lang, messages } = registered('x-keyless');
    expect(lang).to.equal('x-keyless');
    expect(messages.actions).to.deep.equal(hi.actions);
    expect(messages.weekdays[6]).to.equal(hi.weekdays[6]);
  });

  for (const [what, list] of Object.entries({
    'of another version': ['0.0.9', ...KEYLESS.slice(1)],
    'with a text less': KEYLESS.slice(0, -1),
    'with a text more': [...KEYLESS, 'more'],
  }))
    it(`${what} leave the language English, with one warning`, async () => {
      const tag = `x-${list.length}-${list[0] === version}`;
      const { warnings } = await recordConsole(() => registerLanguage(tag, list));
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.contain(version);
      expect(registered(tag).messages.actions).to.deep.equal(en.actions);
    });

  it('do not disturb a page whose list throws', async () => {
    const list = new Proxy([version], {
      get: (target, name) => {
        if (name !== '0') throw new Error('no');
        return target[0];
      },
    });
    const { warnings } = await recordConsole(() => registerLanguage('x-thrower', list));
    expect(warnings).to.have.length(1);
  });
});
