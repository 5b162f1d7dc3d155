import { getResponse, type RequestHandler } from 'msw';
import { ENDPOINT } from '../scenarios.js';

/** The fake `fetch` of a page. */
export interface FakeNetwork {
  /** Replaces the handlers of the session endpoint. */
  useHandlers(handlers: readonly RequestHandler[]): void;
  /** Restores the browser's own `fetch`. */
  restore(): void;
}

/** Responds to requests of the session endpoint with MSW handlers, without a service worker; others are sent as usual. */
export function createFakeNetwork(initialHandlers: readonly RequestHandler[]): FakeNetwork {
  const realFetch = window.fetch.bind(window);
  let handlers = initialHandlers;
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (new URL(request.url).pathname !== ENDPOINT) return realFetch(request);
    const response = await getResponse([...handlers], request);
    if (!response || response.type === 'error') throw new TypeError('The network is down.');
    return response;
  };
  return {
    useHandlers: (next) => void (handlers = next),
    restore: () => void (window.fetch = realFetch),
  };
}
