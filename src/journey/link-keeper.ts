import type { Reply } from '../session/session-client.js';
import type { Timers } from './timers.js';

/** Milliseconds a link fetched ahead may wait for its click. */
const KEEP = 60_000;

/**
 * Fetches links and keeps one, in this private place and nowhere else, from answer to navigation. Asked twice while a
 * request is under way, it waits for the one; a failure is forgotten, so the next request is a fresh one.
 */
export class LinkKeeper {
  readonly #mint: () => Promise<Reply>;
  readonly #timers: Timers;
  #underWay: Promise<string | null> | null = null;
  #link: string | null = null;
  #forget: (() => void) | null = null;

  constructor(mint: () => Promise<Reply>, timers: Timers) {
    this.#mint = mint;
    this.#timers = timers;
  }

  /** Makes sure that a link is here; null when the answer held none. Rejects as the request does. */
  async fetch(): Promise<string | null> {
    if (this.#link !== null) return this.#link;
    this.#underWay ??= this.#mint()
      .then(({ answer }) => this.#keep(answer.link))
      .finally(() => (this.#underWay = null));
    return this.#underWay;
  }

  /** The link that is here already, for a click that must not wait. */
  peek(): string | null {
    return this.#link;
  }

  /** Forgets the link: it was used, or must not be. */
  spend(): void {
    this.#link = null;
    this.#forget?.();
    this.#forget = null;
  }

  #keep(link: string | null): string | null {
    this.spend();
    if (link !== null) {
      this.#link = link;
      this.#forget = this.#timers.after(KEEP, () => this.spend());
    }
    return link;
  }
}
