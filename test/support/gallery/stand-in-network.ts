import { getResponse, type RequestHandler } from 'msw';
import { ENDPOINT } from '../scenarios.js';

/** Answers what the page asks of a session endpoint as MSW would, without a service worker; all else goes its way. */
export class StandInNetwork {
  /** How the endpoint answers now. */
  handlers: readonly RequestHandler[];
  readonly #fetch = window.fetch.bind(window);

  constructor(handlers: readonly RequestHandler[]) {
    this.handlers = handlers;
    window.fetch = async (input, init) => {
      const request = new Request(input, init);
      if (new URL(request.url).pathname !== ENDPOINT) return this.#fetch(request);
      const response = await getResponse([...this.handlers], request);
      if (!response || response.type === 'error') throw new TypeError('The network is down.');
      return response;
    };
  }

  /** Gives the browser's own network back. */
  leave(): void {
    window.fetch = this.#fetch;
  }
}
