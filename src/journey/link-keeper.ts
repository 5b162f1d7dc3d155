import { VkycError } from '../errors/vkyc-error.js';
import { checkLink, type LinkHosts } from '../link/check-link.js';
import type { Timers } from './timers.js';

/** Milliseconds a link fetched ahead may wait for its click. */
const KEEP = 60_000;

export type LinkKeeper = ReturnType<typeof createLinkKeeper>;

/**
 * Fetches links and keeps one, in this private place and nowhere else, from answer to navigation. Asked twice while a
 * request is under way, it waits for the one; a failure is forgotten, so the next request is a fresh one.
 *
 * @param mint makes a link; null when the answer held none
 * @param detour tells where the customer must go before any call, if anywhere
 */
export function createLinkKeeper(
  mint: () => Promise<string | null>,
  detour: () => URL | null,
  timers: Timers,
) {
  let underWay: Promise<string | null> | null = null;
  let link: string | null = null;
  let forget = () => {};

  /** Makes sure that a link is here; null when the answer held none. Rejects as the request does. */
  async function fetch(): Promise<string | null> {
    if (link !== null) return link;
    underWay ??= mint()
      .then(keep)
      .finally(() => (underWay = null));
    return underWay;
  }

  function keep(made: string | null): string | null {
    spend();
    link = made;
    if (made !== null) forget = timers.after(KEEP, spend);
    return made;
  }

  /** Forgets the link: it was used, or must not be. */
  function spend(): void {
    link = null;
    forget();
  }

  const wayBy = (raw: string | null, hosts: LinkHosts) =>
    detour() ?? (raw === null ? null : checkLink(raw, hosts));

  return {
    fetch,
    spend,
    /** Where a click that must not wait can go at once. */
    peek: (hosts: LinkHosts): URL | null => wayBy(link, hosts),
    /** The way to the call, used by nobody else. Rejects with the reason why there is none. */
    async take(hosts: LinkHosts): Promise<URL> {
      const raw = detour() ? null : await fetch();
      spend();
      const way = wayBy(raw, hosts);
      if (way) return way;
      throw new VkycError(raw === null ? 'no_link' : 'invalid_link');
    },
  };
}
