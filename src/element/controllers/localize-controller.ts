import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { warn } from '../../device/warn.js';
import type { MessageOverrides } from '../../locales/messages.js';
import { languageOf, observeLanguage, unobserveLanguage, type Language } from '../language.js';
import { mergeMessages } from '../merge-messages.js';

/** The element that a {@link LocalizeController} belongs to. */
export interface LocalizeHost extends ReactiveControllerHost, Element {
  readonly messages: MessageOverrides | undefined;
}

/**
 * The language of the host, from the nearest `lang` attribute, with the page's own messages merged in. Updates the host
 * when it may have changed.
 */
export class LocalizeController implements ReactiveController {
  readonly #host: LocalizeHost;

  constructor(host: LocalizeHost) {
    this.#host = host;
    host.addController(this);
  }

  get language(): Language {
    const language = languageOf(this.#host);
    const { messages } = this.#host;
    if (!messages) return language;
    return { ...language, messages: mergeMessages(language.messages, messages, warnAboutMessages) };
  }

  /** Also called after `moveBefore()`: the language may be different in the new place. */
  hostConnected(): void {
    observeLanguage(this.#host);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    unobserveLanguage(this.#host);
  }
}

function warnAboutMessages(): void {
  warn('messages: a text that is not a string was ignored.');
}
