import type { VirtualClock } from './virtual-clock.js';

/** The page's network, as far as the journey controls and watches it. */
export interface PageNetwork {
  /** From here the servers of the next journey count the time. */
  startOver(): void;
  setOnline(online: boolean): void;
  /** Allows the requests for a link that one act of the customer may cause: the request, and one after a renewal. */
  allowMint(): void;
  /** Requests for a link that no act of the customer had allowed. */
  mintsWithoutClick(): number;
  /** Requests that have no response yet. */
  inFlight(): number;
  /** A command to the servers of a journey, past the faults. */
  command(seed: number, name: string, body?: string): Promise<Record<string, string>>;
}

const MINTS_PER_ACT = 2;

/** Puts itself between the element and `fetch()`. Must run before the element's script. */
export function installPageNetwork(clock: VirtualClock): PageNetwork {
  const realFetch = window.fetch.bind(window);
  let startedAt = 0;
  let isOnline = true;
  let allowed = 0;
  let unasked = 0;
  let inFlight = 0;
  window.fetch = async (input, init) => {
    if (init?.method === 'POST') {
      if (allowed === 0) unasked += 1;
      else allowed -= 1;
    }
    if (!isOnline) throw new TypeError('Failed to fetch');
    const headers = new Headers(init?.headers);
    headers.set('x-soak-elapsed', String(clock.elapsed() - startedAt));
    inFlight += 1;
    try {
      return await realFetch(input, { ...init, headers });
    } finally {
      inFlight -= 1;
    }
  };
  Object.defineProperty(navigator, 'onLine', { get: () => isOnline, configurable: true });

  return {
    startOver() {
      startedAt = clock.elapsed();
      allowed = 0;
    },
    setOnline(online) {
      isOnline = online;
      window.dispatchEvent(new Event(online ? 'online' : 'offline'));
    },
    allowMint: () => void (allowed = MINTS_PER_ACT),
    mintsWithoutClick: () => unasked,
    inFlight: () => inFlight,
    async command(seed, name, body) {
      const response = await realFetch(`/journey/${seed}/${name}`, {
        method: 'POST',
        body: body ?? null,
        headers: { 'x-soak-elapsed': String(clock.elapsed() - startedAt) },
      });
      return (await response.json()) as Record<string, string>;
    },
  };
}
