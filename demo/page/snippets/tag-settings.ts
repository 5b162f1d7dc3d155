import { lookCss } from '../settings/look-css.js';
import { messagesOf, type ChosenMessages } from '../settings/messages.js';
import { ofKind, valueOf, type Settings } from '../settings/settings.js';

/** What the snippets write of the settings, in the syntax of each framework. */
export interface TagSettings {
  /** By name, in the order of the tag; an empty value stands for an attribute without one. */
  readonly attributes: ReadonlyMap<string, string>;
  /** The language whose file is registered; null for English. */
  readonly lang: string | null;
  readonly messages: ChosenMessages | null;
  /** The style sheet of the look; empty without one. */
  readonly css: string;
}

/** What the snippets write of the settings. */
export function tagSettings(settings: Settings): TagSettings {
  const lang = valueOf(settings, 'lang');
  return {
    attributes: new Map(
      [...ofKind(settings, 'attribute')].map(([name, value]) => [name, value === 'true' ? '' : value]),
    ),
    lang: lang === 'en' ? null : lang,
    messages: messagesOf(settings),
    css: lookCss(settings),
  };
}
