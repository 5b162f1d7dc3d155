import { ButtonSettings } from './button-settings.js';
import { observeLanguage, languageOf, unobserveLanguage, type Language } from './language.js';
import { mergeMessages } from './merge-messages.js';

/** An element that speaks the language around it, with the page's own words in place of ours. */
export abstract class LocalizedElement extends ButtonSettings {
  /** Lit's own, and `lang`, which stays the browser's property. */
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listen();
  }

  /** With this here, the browser's `moveBefore()` moves the element, and a call in it, without a reload. */
  connectedMoveCallback(): void {
    this.#listen();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    unobserveLanguage(this);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang') this.requestUpdate();
  }

  protected get language(): Language {
    const language = languageOf(this);
    return this.messages
      ? { ...language, messages: mergeMessages(language.messages, this.messages) }
      : language;
  }

  /** Around the element may be another language now. */
  #listen(): void {
    observeLanguage(this);
    this.requestUpdate();
  }
}
