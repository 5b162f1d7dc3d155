import type { Reply } from '../session/session-client.js';
import type { Session } from '../session/session.js';
import type { StatusPhases } from '../status/phase.js';
import { customerStatusOf, type Journey, type JourneyAction } from './journey.js';

/**
 * The session endpoint as a journey uses it: what an answer says about hours and customer is applied before the request
 * resolves. Requests reject as `Session` does; all of them are aborted by `suspend`.
 */
export interface JourneySession {
  /** Aborted by `suspend`, and new after `resume`. */
  readonly signal: AbortSignal;
  /** The partner's own link for the customer's phone, as last received, unchecked; null without one. */
  readonly handoffUrl: string | null;
  /** Until when the customer's link is valid, as last received, in epoch milliseconds; null if that is not known. */
  readonly linkExpiresAt: number | null;
  /** Milliseconds until the backend accepts a request; 0 when it does. */
  readonly waitMs: number;
  setStatusPhases(phases: StatusPhases | undefined): void;
  /** Fetches the customer's status. Resolves with null when the endpoint answers only `POST`. */
  fetchStatus(): Promise<Reply | null>;
  /** Mints a link, unchecked; null when the answer has none. */
  mintLink(): Promise<string | null>;
  resume(): void;
  suspend(): void;
}

const DAY_MS = 24 * 60 * 60_000;

/** What the session of a journey is built on. */
export interface JourneySessionOptions {
  readonly store: { readonly state: Journey; dispatch(action: JourneyAction): unknown };
  /** Gets what an answer says about time and hours; `isOff`: whether its time is hours off the device's date. */
  readonly hours: { now(): number; applyReply(reply: Reply): void; isOff(reply: Reply): boolean };
  readonly session: Session;
}

export function createJourneySession({ store, hours, session }: JourneySessionOptions): JourneySession {
  let hasAnswered = false;
  let statusPhases: StatusPhases | undefined;
  let handoffUrl: string | null = null;
  let linkExpiresAt: number | null = null;
  let lifetime = new AbortController();

  function applyReply(type: 'status-received' | 'link-received', reply: Reply): void {
    hours.applyReply(reply);
    handoffUrl = reply.answer.handoffUrl ?? handoffUrl;
    const { linkDays } = reply.answer;
    if (linkDays !== null) {
      const expiresAt = hours.now() + linkDays * DAY_MS;
      // Only a new link has a later end: a repeated answer of whole days would put it off each time.
      linkExpiresAt = type === 'link-received' ? expiresAt : Math.min(expiresAt, linkExpiresAt ?? expiresAt);
    }
    const customer = customerStatusOf(reply.answer, statusPhases);
    const mayMint = reply.answer.link !== null || reply.answer.pollAfter === 'never';
    store.dispatch(type === 'status-received' ? { type, customer, mayMint } : { type, customer });
  }

  /** The first answer may come from a cache, which repeats itself; the time of a backend moves on. */
  async function fetchReply(signal: AbortSignal): Promise<Reply | null> {
    const reply = await session.fetchStatus(signal);
    const mayBeCached = !hasAnswered && reply !== null && hours.isOff(reply);
    hasAnswered = true;
    if (!mayBeCached) return reply;
    return (await session.fetchStatus(signal).catch(() => null)) ?? reply;
  }

  return {
    get signal() {
      return lifetime.signal;
    },
    get waitMs() {
      return session.waitMs;
    },
    get handoffUrl() {
      return handoffUrl;
    },
    get linkExpiresAt() {
      return linkExpiresAt;
    },
    setStatusPhases(phases) {
      // Each element of the page sets them, and each action is shown by all of them.
      if (phases === statusPhases) return;
      statusPhases = phases;
      store.dispatch({ type: 'status-phases-set', customer: customerStatusOf(store.state.customer, phases) });
    },
    async fetchStatus() {
      const { signal } = lifetime;
      const reply = await fetchReply(signal);
      signal.throwIfAborted();
      if (reply) applyReply('status-received', reply);
      return reply;
    },
    async mintLink() {
      const { signal } = lifetime;
      const reply = await session.mint(signal);
      signal.throwIfAborted();
      applyReply('link-received', reply);
      return reply.answer.link;
    },
    resume() {
      lifetime = new AbortController();
    },
    suspend: () => lifetime.abort(),
  };
}
