import type { VkycError } from '../errors/vkyc-error.js';
import type { Reply } from '../session/session-client.js';
import type { Session } from '../session/session.js';
import type { JourneyAction } from './journey-action.js';
import { createPoller } from './poller.js';
import type { Timers } from './timers.js';

/** Over how many milliseconds the question is spread that a boundary of the hours makes every journey ask. */
const SPREAD = 10_000;

export type Inquiry = ReturnType<typeof createInquiry>;

/**
 * Asks the endpoint: where the customer stands, one question at a time, the next one when the poller says so; and for
 * links. Nothing is told any more of what was asked before `stop`.
 *
 * @param heed takes over what an answer says
 * @param failureOf reads why there is no answer; null when EnKash is only closed
 */
export function createInquiry(
  session: Session,
  heed: (type: 'answered' | 'minted', reply: Reply) => void,
  failureOf: (error: unknown) => VkycError | null,
  happened: (event: JourneyAction) => void,
  timers: Timers,
) {
  /** Paces the questions that nobody asked for. */
  const poller = createPoller(ask, timers);
  let life = new AbortController();
  let underWay: Promise<void> | null = null;
  /** The customer, or the page, waits for the answer to come. */
  let wished = false;
  let cancelSoon = () => {};

  /** Puts one question; two at a time are one. Settles when the answer was told, and never rejects. */
  function ask(): Promise<void> {
    if (underWay) return underWay;
    cancelSoon();
    const asking = askOnce(life.signal).finally(() => {
      if (underWay === asking) underWay = null;
    });
    underWay = asking;
    return asking;
  }

  async function askOnce(signal: AbortSignal): Promise<void> {
    try {
      const reply = await session.fetchStatus(signal);
      if (signal.aborted) return;
      poller.obey(reply && reply.answer.link === null ? reply.answer.pollAfter : 'never');
      if (reply) heed('answered', reply);
      else happened({ type: 'unanswered', failure: null, wished });
    } catch (error) {
      if (signal.aborted) return;
      const failure = failureOf(error);
      if (failure?.retryAfter !== undefined) poller.holdOff(failure.retryAfter * 1000);
      happened({ type: 'unanswered', failure, wished });
    }
  }

  /** A fresh link as it came; null when the answer held none. Rejects as `Session` does. */
  async function mint(): Promise<string | null> {
    const { signal } = life;
    const reply = await session.mint(signal);
    if (!signal.aborted) heed('minted', reply);
    return reply.answer.link;
  }

  return {
    ask,
    mint,
    run: poller.run,
    pageChanged: poller.pageChanged,
    /** Asks at the wish of somebody who waits for the answer. */
    async askAtWish(): Promise<void> {
      wished = true;
      await ask();
      wished = false;
    },
    /** Puts a question of its own, if polling at all: one that is under way may have been answered too early to know. */
    async askAnew(): Promise<void> {
      await underWay;
      await poller.askNow();
    },
    /** Puts a question of its own within ten seconds. */
    askSoon(): void {
      cancelSoon();
      cancelSoon = timers.after(SPREAD * timers.random(), () => void Promise.resolve(underWay).then(ask));
    },
    /** Begins anew after `stop`. */
    begin(): void {
      life = new AbortController();
    },
    /** Ends all questions. */
    stop(): void {
      life.abort();
      underWay = null;
      cancelSoon();
      poller.run(null);
    },
  };
}
