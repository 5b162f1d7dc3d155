import { parseUrl } from '../protocol/parse-url.js';
import { pageUrl } from '../session/page-url.js';
import { createSharedJourney } from './create-shared-journey.js';

type SharedJourney = ReturnType<typeof createSharedJourney>;

/** All journeys of the page, shared by all copies of this script through a well-known symbol. */
interface PageWithJourneys {
  [journeys]?: Map<string, SharedJourney> | undefined;
}
const journeys = Symbol.for('enkash-vkyc-button/journeys');
const page = globalThis as PageWithJourneys;

/** The journey of one endpoint, however its URL is spelt: elements that share it share one poller and one call. */
export function journeyFor(endpoint: string, credentials: RequestCredentials): SharedJourney {
  const map = (page[journeys] ??= new Map<string, SharedJourney>());
  const url = parseUrl(endpoint, pageUrl())?.href ?? endpoint;
  const key = `${credentials} ${url}`;
  const shared = map.get(key);
  if (shared) return shared;
  const journey = createSharedJourney({ endpoint, credentials, onEnd: () => map.delete(key) });
  map.set(key, journey);
  return journey;
}
