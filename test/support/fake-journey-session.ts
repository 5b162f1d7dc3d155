import type { JourneySession } from '../../src/journey/journey-session.js';
import type { Reply } from '../../src/session/session-client.js';

/** What a fake session does; the test may change it at any time. */
export interface FakeJourneySession extends JourneySession {
  fetchStatus: () => Promise<Reply | null>;
  mintLink: () => Promise<string | null>;
  handoffUrl: string | null;
  waitMs: number;
}

/** A session that answers every status request with null and mints no link, unless the test says otherwise. */
export function fakeJourneySession(): FakeJourneySession {
  let lifetime = new AbortController();
  return {
    get signal() {
      return lifetime.signal;
    },
    handoffUrl: null,
    linkExpiresAt: null,
    waitMs: 0,
    setStatusPhases: () => undefined,
    fetchStatus: () => Promise.resolve(null),
    mintLink: () => Promise.resolve(null),
    resume() {
      lifetime = new AbortController();
    },
    suspend: () => lifetime.abort(),
  };
}
