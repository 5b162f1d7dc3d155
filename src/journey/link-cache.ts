import type { Timers } from '../device/timers.js';
import { VkycError } from '../errors/vkyc-error.js';
import { checkLink, type LinkHosts } from '../link/check-link.js';
import { ClosedHours } from '../session/http-failure.js';
import { nextActionUrl, webAddress } from '../session/partner-urls.js';
import { pageUrl } from '../session/page-url.js';
import { toVkycError } from '../session/to-vkyc-error.js';
import type { JourneySession } from './journey-session.js';
import type { JourneyStore } from './journey-store.js';

/** How long a prefetched link may wait for its click. */
const LINK_LIFETIME_MS = 60_000;

/** How long no intent prefetches after a request without a link, unless the backend named another time. */
const PREFETCH_PAUSE_MS = 30_000;

/**
 * Fetches links and keeps one, here and nowhere else, from the answer to the navigation. Concurrent loads share one
 * request; a failed one is forgotten, so that the next load sends a new request.
 */
export interface LinkCache {
  /** Makes sure that a link is cached; null when the answer had none. Rejects as the request does. */
  load(): Promise<string | null>;
  /** As {@link load}, on mere intent: silent, and not again soon after a request that brought no link. */
  prefetch(): void;
  /** Where a click that must not wait can go at once; null without a valid link. */
  peek(hosts: LinkHosts): URL | null;
  /** The way to the call, for one use. Rejects with a `VkycError`, or with `ClosedHours`, which has been dispatched. */
  consume(hosts: LinkHosts): Promise<URL>;
  /**
   * A link for the customer's phone: the partner's own where the backend provides one, else a fresh one. Rejects with a
   * `VkycError`, which has been dispatched.
   */
  consumeForPhone(hosts: LinkHosts): Promise<URL>;
  /** Whether a click can go nowhere yet: there is no link, and the backend accepts no request. */
  isHeld(hosts: LinkHosts): boolean;
  /** Forgets the link: it was used, or must not be. */
  clear(): void;
}

/** What a link cache is built on. */
export interface LinkCacheOptions {
  readonly store: JourneyStore;
  /** Where links come from: see `JourneySession`. */
  readonly session: Pick<JourneySession, 'handoffUrl' | 'mintLink' | 'waitMs'>;
  readonly timers: Timers;
}

export function createLinkCache({ store, session, timers }: LinkCacheOptions): LinkCache {
  let inFlight: Promise<string | null> | null = null;
  let cached: string | null = null;
  let cancelExpiry = () => {};
  /** No prefetch before this moment (monotonic milliseconds). */
  let pausedUntil = -Infinity;

  async function load(): Promise<string | null> {
    if (cached !== null) return cached;
    inFlight ??= mint().finally(() => (inFlight = null));
    return inFlight;
  }

  async function mint(): Promise<string | null> {
    try {
      const link = await session.mintLink();
      clear();
      cached = link;
      if (link === null) pausePrefetch(PREFETCH_PAUSE_MS);
      else cancelExpiry = timers.after(LINK_LIFETIME_MS, clear);
      return link;
    } catch (error) {
      const retryAfter = error instanceof VkycError ? error.retryAfter : undefined;
      pausePrefetch(retryAfter === undefined ? PREFETCH_PAUSE_MS : retryAfter * 1000);
      throw error;
    }
  }

  function pausePrefetch(pauseMs: number): void {
    pausedUntil = timers.monotonic() + pauseMs;
  }

  function clear(): void {
    cached = null;
    cancelExpiry();
  }

  /** The page where the customer must do something first, if any. */
  function nextAction(): URL | null {
    return nextActionUrl(store.state.customer.action, pageUrl());
  }

  function resolve(link: string | null, hosts: LinkHosts): URL | null {
    return nextAction() ?? (link === null ? null : checkLink(link, hosts));
  }

  async function consume(hosts: LinkHosts): Promise<URL> {
    try {
      const link = nextAction() ? null : await load();
      clear();
      const target = resolve(link, hosts);
      if (target) return target;
      throw new VkycError(link === null ? 'no_link' : 'invalid_link');
    } catch (error) {
      if (error instanceof ClosedHours) store.dispatch({ type: 'closed-by-server', opensAt: error.opensAt });
      throw error;
    }
  }

  return {
    load,
    prefetch() {
      if (timers.monotonic() >= pausedUntil) load().catch(() => undefined);
    },
    peek: (hosts) => resolve(cached, hosts),
    isHeld: (hosts) => session.waitMs > 0 && !resolve(cached, hosts),
    consume,
    async consumeForPhone(hosts) {
      const own = session.handoffUrl && webAddress(session.handoffUrl, pageUrl());
      if (own) return own;
      try {
        return await consume(hosts);
      } catch (error) {
        const failure = toVkycError(error);
        if (failure) store.dispatch({ type: 'handoff-failed', failure });
        throw failure ?? new VkycError('conflict');
      }
    },
    clear,
  };
}
