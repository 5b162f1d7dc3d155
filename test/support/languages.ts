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
import { openingSentence, type OpeningTime } from '../../src/element/templates/opening-time.js';
import type { Messages } from '../../src/locales/messages.js';

/** A language and its writing system. */
export interface Language {
  readonly messages: Messages;
  /** Unicode script. */
  readonly script: string;
  /** Full stop. */
  readonly stop: '.' | '।' | '۔';
  /** Question mark. */
  readonly question: '?' | '؟';
}

/** A left-to-right language. */
const leftToRight = (messages: Messages, script: string, stop: '.' | '।' = '.'): Language => ({
  messages,
  script,
  stop,
  question: '?',
});

/** Every language of the element, by its tag. */
export const LANGUAGES: Readonly<Record<string, Language>> = {
  as: leftToRight(assamese, 'Bengali', '।'),
  bn: leftToRight(bn, 'Bengali', '।'),
  en: leftToRight(en, 'Latin'),
  gu: leftToRight(gu, 'Gujarati'),
  hi: leftToRight(hi, 'Devanagari', '।'),
  kn: leftToRight(kn, 'Kannada'),
  ml: leftToRight(ml, 'Malayalam'),
  mr: leftToRight(mr, 'Devanagari'),
  or: leftToRight(or, 'Oriya', '।'),
  pa: leftToRight(pa, 'Gurmukhi', '।'),
  ta: leftToRight(ta, 'Tamil'),
  te: leftToRight(te, 'Telugu'),
  ur: { messages: ur, script: 'Arabic', stop: '۔', question: '؟' },
};

/** The weekdays, 0 is Sunday. */
export const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;

/** 10:00 on a weekday that is not today, for a visitor in IST; `changes` override that. */
export const at = (weekday: number, changes: Partial<OpeningTime> = {}): OpeningTime => ({
  weekday,
  minutes: 600,
  today: false,
  local: null,
  ...changes,
});

/** 9:30 in the evening of a Sunday, on a clock that is not India's. */
export const SUNDAY_EVENING = { weekday: 0, minutes: 21 * 60 + 30 };

/** Every text of a language with its path: `hints.open`, and with its placeholders filled in `opensAt(3)`. */
export function texts(messages: Messages): [place: string, text: string][] {
  const moments = DAYS.flatMap((day): [string, string][] => [
    [`opensAt(${day})`, openingSentence('opensAt', messages, at(day, { local: SUNDAY_EVENING }))],
    [`closesAt(${day})`, openingSentence('closesAt', messages, at(day, { today: true, minutes: 1080 }))],
  ]);
  const plain = Object.entries(messages).flatMap(([group, value]: [string, unknown]): [string, string][] => {
    // Texts with placeholders are among the moments.
    if (typeof value === 'string') return value.includes('{') ? [] : [[group, value]];
    if (typeof value !== 'object' || value === null) return [];
    const entries = Object.entries(value).map(([name, text]): [string, string] => [
      `${group}.${name}`,
      String(text),
    ]);
    return entries.filter(([, text]) => !text.includes('{'));
  });
  return [...plain, ...moments];
}
