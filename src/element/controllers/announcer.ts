/** Decides what the one live region says: each change once, and nothing of how things were at first. */
export class Announcer {
  #lang = '';
  #parts: readonly string[] = [];
  #text = '';

  /** What the region says now; empty until something has changed. */
  get text(): string {
    return this.#text;
  }

  /** Heeds what the element shows. What is there first in a language is read with the page; which part changes after it is said. */
  heed(lang: string, parts: readonly string[]): void {
    const news = parts
      .filter((part, i) => part !== this.#parts[i])
      .join(' ')
      .trim();
    if (this.#lang !== lang) this.#text = '';
    else if (news) this.#text = news;
    this.#lang = lang;
    this.#parts = parts;
  }

  /** Says a sentence, also the one just said: a live region speaks only when its text is another. */
  say(sentence: string): void {
    this.#text = this.#text === sentence ? `${sentence}\u00a0` : sentence;
  }
}
