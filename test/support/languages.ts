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

/** A language, and how it is written. */
export interface Language {
  readonly messages: Messages;
  /** The Unicode script of its letters. */
  readonly script: string;
  /** What ends a sentence. */
  readonly stop: '.' | '।' | '۔';
  /** What ends a question. */
  readonly question: '?' | '؟';
}

/** A language that is written from left to right. */
const plain = (messages: Messages, script: string, stop: '.' | '।' = '.'): Language => ({
  messages,
  script,
  stop,
  question: '?',
});

/** Every language of the element, under its tag. */
export const LANGUAGES: Readonly<Record<string, Language>> = {
  as: plain(assamese, 'Bengali', '।'),
  bn: plain(bn, 'Bengali', '।'),
  en: plain(en, 'Latin'),
  gu: plain(gu, 'Gujarati'),
  hi: plain(hi, 'Devanagari', '।'),
  kn: plain(kn, 'Kannada'),
  ml: plain(ml, 'Malayalam'),
  mr: plain(mr, 'Devanagari'),
  or: plain(or, 'Oriya', '।'),
  pa: plain(pa, 'Gurmukhi', '।'),
  ta: plain(ta, 'Tamil'),
  te: plain(te, 'Telugu'),
  ur: { messages: ur, script: 'Arabic', stop: '۔', question: '؟' },
};

/** The weekdays, 0 is Sunday. */
export const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;

/** 10:00 of a weekday that is not today, where IST is the visitor's own time; `more` says what differs. */
export const at = (weekday: number, more: Partial<OpeningTime> = {}): OpeningTime => ({
  weekday,
  time: '10:00 am',
  today: false,
  local: null,
  ...more,
});

/** Every text of a language, with its place: `hints.open`, and filled in `opensAt(3)`. */
export function texts(messages: Messages): [place: string, text: string][] {
  const moments = DAYS.flatMap((day): [string, string][] => [
    [
      `opensAt(${day})`,
      openingSentence('opensAt', messages, at(day, { local: { weekday: 0, time: '9:30 pm' } })),
    ],
    [`closesAt(${day})`, openingSentence('closesAt', messages, at(day, { today: true, time: '6:00 pm' }))],
  ]);
  const said = Object.entries(messages).flatMap(([group, value]: [string, unknown]): [string, string][] => {
    // what is to be filled in is among the moments
    if (typeof value === 'string') return value.includes('{') ? [] : [[group, value]];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).map(([name, text]) => [`${group}.${name}`, String(text)]);
  });
  return [...said, ...moments];
}
