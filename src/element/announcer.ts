/** Decides what the one live region says: each change once, and nothing of how things were at first. */
export class Announcer {
  #lang = '';
  #sentence = '';
  #text = '';

  /** What the region says now; empty until something has changed. */
  get text(): string {
    return this.#text;
  }

  /** Heeds what the element shows. The first sentence in a language is read with the page; what changes after it is said. */
  heed(lang: string, sentence: string): void {
    if (this.#lang !== lang) this.#text = '';
    else if (this.#sentence !== sentence) this.#text = sentence;
    this.#lang = lang;
    this.#sentence = sentence;
  }

  /** Says a sentence, also the one just said: a live region speaks only when its text is another. */
  say(sentence: string): void {
    this.#text = this.#text === sentence ? `${sentence}\u00a0` : sentence;
  }
}
