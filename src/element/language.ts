import en from '../locales/en.js';
import type { Messages } from '../locales/messages.js';
import { mergeMessages } from './merge-messages.js';
import { warn } from './settings.js';

/** A language in which the element can speak. */
export interface Language {
  /** The tag (BCP 47, lower case) under which it was registered. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly messages: Messages;
}

/** An element that shows words, and draws itself again when they may have changed. */
export interface LanguageObserver extends Element {
  requestUpdate(): void;
}

/** The blocks of Hebrew, Arabic and their kin: the words themselves tell which way they run. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff]/;

const ENGLISH: Language = { lang: 'en', dir: 'ltr', messages: en };
const languages = new Map([['en', ENGLISH]]);
const readers = new Set<LanguageObserver>();
let observer: MutationObserver | null = null;

/**
 * Adds a language, or replaces one, for all elements on the page. Words that are missing (a file of an older version
 * may lack some) stay English. What is no language is left out, with a warning.
 */
export function registerLanguage(tag: unknown, messages: unknown): void {
  if (typeof tag !== 'string' || tag === '' || typeof messages !== 'object' || messages === null) {
    warn("registerMessages() expects a language tag and its messages, such as ('hi', hi). It was ignored.");
    return;
  }
  const lang = normal(tag);
  const all = mergeMessages(en, messages);
  languages.set(lang, { lang, dir: RIGHT_TO_LEFT.test(all.callTitle) ? 'rtl' : 'ltr', messages: all });
  tellReaders();
}

/**
 * The language of an element: that of the nearest `lang` attribute, its own first, also beyond shadow roots. `hi-IN`
 * finds `hi`; without a registered language it is English.
 */
export function languageOf(element: Element): Language {
  const subtags = normal(nearestTag(element)).split('-');
  for (; subtags.length > 0; subtags.pop()) {
    const language = languages.get(subtags.join('-'));
    if (language) return language;
  }
  return languages.get('en') ?? ENGLISH;
}

/** Tells a reader from now on when a language arrives, or a `lang` attribute around it changes, beyond shadow roots too. */
export function observeLanguage(reader: LanguageObserver): void {
  readers.add(reader);
  observer ??= new MutationObserver(tellReaders);
  for (let inside: Element | null = reader; inside; inside = hostOf(inside))
    observer.observe(inside.getRootNode(), { subtree: true, attributeFilter: ['lang'] });
}

/** Ends {@link observeLanguage}. */
export function unobserveLanguage(reader: LanguageObserver): void {
  readers.delete(reader);
  if (readers.size > 0) return;
  observer?.disconnect();
  observer = null;
}

function tellReaders(): void {
  for (const reader of readers) reader.requestUpdate();
}

/** Server frameworks write `hi_IN` for `hi-IN`. */
function normal(tag: string): string {
  return tag.toLowerCase().replaceAll('_', '-');
}

function nearestTag(element: Element): string {
  const speaker = element.closest('[lang]');
  if (speaker) return speaker.getAttribute('lang') ?? '';
  const host = hostOf(element);
  return host ? nearestTag(host) : '';
}

/** The element in whose shadow root this one stands; null in the document itself. */
function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
