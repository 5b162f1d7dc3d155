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

const FILES = { as, bn, gu, hi, kn, ml, mr, or, pa, ta, te, ur };

/** The tag of every language there is words for, English first. */
export const LANGUAGES: readonly string[] = ['en', ...Object.keys(FILES)];

/** Teaches the element all its languages. */
export function registerLanguages(): void {
  for (const [tag, words] of Object.entries(FILES)) EnkashVkycButton.registerMessages(tag, words);
}

/** Which way a page in this language runs. */
export const directionOf = (language: string): 'ltr' | 'rtl' => (language === 'ur' ? 'rtl' : 'ltr');
