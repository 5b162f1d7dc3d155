import type { Reply } from '../session/session-client.js';
import type { Session } from '../session/session.js';
import type { StatusPhases } from '../status/phase.js';
import { customerStatusOf } from './journey.js';
import type { JourneyStore } from './journey-store.js';
import type { OpeningHours } from './opening-hours.js';

/**
 * The session endpoint as a journey uses it: what an answer says about hours and customer is applied before the request
 * resolves. Requests reject as `Session` does; all of them are aborted by `suspend`.
 */
export interface JourneySession {
  /** Aborted by `suspend`, and new after `resume`. */
  readonly signal: AbortSignal;
  /** The partner's own link for the customer's phone, as last received, unchecked; null without one. */
  readonly handoffUrl: string | null;
  setStatusPhases(phases: StatusPhases | undefined): void;
  /** Fetches the customer's status. Resolves with null when the endpoint answers only `POST`. */
  fetchStatus(): Promise<Reply | null>;
  /** Mints a link, unchecked; null when the answer has none. */
  mintLink(): Promise<string | null>;
  resume(): void;
  suspend(): void;
}

/** What the session of a journey is built on. */
export interface JourneySessionOptions {
  readonly store: JourneyStore;
  readonly hours: OpeningHours;
  readonly session: Session;
}

export function createJourneySession({ store, hours, session }: JourneySessionOptions): JourneySession {
  let statusPhases: StatusPhases | undefined;
  let handoffUrl: string | null = null;
  let lifetime = new AbortController();

  function applyReply(type: 'status-received' | 'link-received', reply: Reply): void {
    hours.applyReply(reply);
    handoffUrl = reply.answer.handoffUrl ?? handoffUrl;
    store.dispatch({ type, customer: customerStatusOf(reply.answer, statusPhases) });
  }

  return {
    get signal() {
      return lifetime.signal;
    },
    get handoffUrl() {
      return handoffUrl;
    },
    setStatusPhases(phases) {
      statusPhases = phases;
      store.dispatch({ type: 'status-phases-set', customer: customerStatusOf(store.state.customer, phases) });
    },
    async fetchStatus() {
      const { signal } = lifetime;
      const reply = await session.fetchStatus(signal);
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
