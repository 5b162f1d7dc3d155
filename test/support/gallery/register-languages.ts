import { EnkashVkycButton } from '../../../src/element/enkash-vkyc-button.js';
import as from '../../../src/locales/as.js';
import bn from '../../../src/locales/bn.js';
import gu from '../../../src/locales/gu.js';
import hi from '../../../src/locales/hi.js';
import kn from '../../../src/locales/kn.js';
import ml from '../../../src/locales/ml.js';
import mr from '../../../src/locales/mr.js';
import or from '../../../src/locales/or.js';
import pa from '../../../src/locales/pa.js';
import ta from '../../../src/locales/ta.js';
import te from '../../../src/locales/te.js';
import ur from '../../../src/locales/ur.js';

const MESSAGES = { as, bn, gu, hi, kn, ml, mr, or, pa, ta, te, ur };

/** The tags of all languages of the element, English first. */
export const LANGUAGES: readonly string[] = ['en', ...Object.keys(MESSAGES)];

/** Registers the messages of all languages with the element. */
export function registerLanguages(): void {
  for (const [tag, messages] of Object.entries(MESSAGES)) EnkashVkycButton.registerMessages(tag, messages);
}

/** The writing direction of a language. */
export const directionOf = (language: string): 'ltr' | 'rtl' => (language === 'ur' ? 'rtl' : 'ltr');
