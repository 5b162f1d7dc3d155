import type { Reply } from '../session/session-client.js';
import type { Session } from '../session/session.js';
import { Poller } from './poller.js';
import type { Timers } from './timers.js';

/** What an inquiry tells of each question it put. */
export interface InquiryListener {
  answered(reply: Reply): void;
  /** The endpoint answers only to a click. */
  notOffered(): void;
  askFailed(error: unknown): void;
}

/** Asks the endpoint where the customer stands: one question at a time, the next one when the poller says so. */
export class Inquiry {
  /** Paces the questions that nobody asked for. */
  readonly poller: Poller;
  readonly #session: Session;
  readonly #listener: InquiryListener;
  #life = new AbortController();
  #underWay: Promise<void> | null = null;

  constructor(session: Session, listener: InquiryListener, timers: Timers) {
    this.#session = session;
    this.#listener = listener;
    this.poller = new Poller(
      () => this.ask(),
      timers,
      () => ({ hidden: document.hidden, online: navigator.onLine }),
    );
  }

  /** Ends with {@link stop}; requests that belong to the same life take its signal. */
  get signal(): AbortSignal {
    return this.#life.signal;
  }

  /** Begins anew after {@link stop}. */
  begin(): void {
    this.#life = new AbortController();
  }

  /** Ends all questions; none is told of any more. */
  stop(): void {
    this.#life.abort();
    this.#underWay = null;
    this.poller.run(null);
  }

  /** Puts one question; two at a time are one. Settles when the answer was told, and never rejects. */
  ask(): Promise<void> {
    if (this.#underWay) return this.#underWay;
    const asking = this.#askOnce(this.signal).finally(() => {
      if (this.#underWay === asking) this.#underWay = null;
    });
    this.#underWay = asking;
    return asking;
  }

  /** Puts a question of its own: one that is under way may have been answered too early to know. */
  async askAnew(): Promise<void> {
    await this.#underWay;
    await this.poller.askNow();
  }

  async #askOnce(signal: AbortSignal): Promise<void> {
    try {
      const reply = await this.#session.ask(signal);
      if (signal.aborted) return;
      this.poller.obey(reply && reply.answer.link === null ? reply.answer.pollAfter : 'never');
      if (reply) this.#listener.answered(reply);
      else this.#listener.notOffered();
    } catch (error) {
      if (!signal.aborted) this.#listener.askFailed(error);
    }
  }
}
