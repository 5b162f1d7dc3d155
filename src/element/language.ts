import { warn } from '../device/warn.js';
import en from '../locales/en.js';
import type { Messages } from '../locales/messages.js';
import { version } from '../version.js';
import { isKeyless, withKeys } from './keyless-messages.js';
import { mergeMessages } from './merge-messages.js';
import { isGroup } from './read-value.js';

/** A language of the element. */
export interface Language {
  /** The tag (BCP 47, lower case) under which it was registered. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly messages: Messages;
}

/** An element that re-renders when its language may have changed. */
export interface LanguageObserver extends Element {
  requestUpdate(): void;
}

/** Unicode blocks of right-to-left scripts (U+0590–U+08FF). */
const RIGHT_TO_LEFT = /[\u0590-\u08ff]/;

const ENGLISH: Language = { lang: 'en', dir: 'ltr', messages: en };
const languages = new Map([['en', ENGLISH]]);
const observers = new Set<LanguageObserver>();
let mutationObserver: MutationObserver | null = null;

/**
 * Adds or replaces a language for all elements on the page. Missing messages (a file of an older version may lack some)
 * stay English. Anything that is not a language is ignored, with a warning.
 */
export function registerLanguage(tag: unknown, messages: unknown): void {
  if (typeof tag !== 'string' || tag === '' || !isGroup(messages)) {
    warn("registerMessages() expects a language tag and messages: ('hi', hi).");
    return;
  }
  const lang = normalize(tag);
  const keyed = isKeyless(messages) ? withKeys(messages) : messages;
  if (!keyed) {
    warn(`The file of the language '${lang}' belongs to another version than ${version}.`);
    return;
  }
  const complete = mergeMessages(en, keyed, () => {
    warn(`registerMessages('${lang}'): a text that is not a string was ignored.`);
  });
  const dir = RIGHT_TO_LEFT.test(complete.callTitle) ? 'rtl' : 'ltr';
  languages.set(lang, { lang, dir, messages: complete });
  notifyObservers();
}

/**
 * The language of an element: that of the nearest `lang` attribute, starting with its own and crossing shadow roots.
 * `hi-IN` falls back to `hi`, and an unregistered language to English.
 */
export function languageOf(element: Element): Language {
  const subtags = normalize(nearestLang(element)).split('-');
  for (; subtags.length > 0; subtags.pop()) {
    const language = languages.get(subtags.join('-'));
    if (language) return language;
  }
  return languages.get('en') ?? ENGLISH;
}

/** Notifies an element when a language is registered, or a `lang` attribute around it changes, also outside shadow roots. */
export function observeLanguage(observer: LanguageObserver): void {
  observers.add(observer);
  // Some test environments have none.
  if (typeof MutationObserver === 'undefined') return;
  mutationObserver ??= new MutationObserver(notifyObservers);
  for (let element: Element | null = observer; element; element = hostOf(element))
    mutationObserver.observe(element.getRootNode(), { subtree: true, attributeFilter: ['lang'] });
}

/** Ends {@link observeLanguage}. */
export function unobserveLanguage(observer: LanguageObserver): void {
  observers.delete(observer);
  if (observers.size > 0) return;
  mutationObserver?.disconnect();
  mutationObserver = null;
}

function notifyObservers(): void {
  for (const observer of observers) observer.requestUpdate();
}

/** Server frameworks write `hi_IN` for `hi-IN`. */
function normalize(tag: string): string {
  return tag.toLowerCase().replaceAll('_', '-');
}

function nearestLang(element: Element): string {
  const nearest = element.closest('[lang]');
  if (nearest) return nearest.getAttribute('lang') ?? '';
  const host = hostOf(element);
  return host ? nearestLang(host) : '';
}

/** The host of the shadow root that contains an element; null outside shadow roots. */
function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  // Not `instanceof`: the element may have been moved into another document.
  return (root as Partial<ShadowRoot>).host ?? null;
}
