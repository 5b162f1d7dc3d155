import { createJourneyController, type JourneyController } from './journey-controller.js';

/** All journeys of the page, shared by every copy of this script through one well-known symbol. */
interface PageJourneys {
  [journeys]?: Map<string, JourneyController> | undefined;
}
const journeys = Symbol.for('enkash-vkyc-button/journeys');
const page = globalThis as PageJourneys;

/** The journey of one endpoint, however it is spelt: elements that share it share one poller and one call window. */
export function journeyFor(endpoint: string, credentials: RequestCredentials): JourneyController {
  const map = (page[journeys] ??= new Map<string, JourneyController>());
  const address = URL.canParse(endpoint, location.href) ? new URL(endpoint, location.href).href : endpoint;
  const key = `${credentials} ${address}`;
  const shared = map.get(key);
  if (shared) return shared;
  const journey = createJourneyController(endpoint, credentials, () => map.delete(key));
  map.set(key, journey);
  return journey;
}

/** Whether a call of any journey on this page is in sight; if so its window is brought to the front. */
export function focusAnyCall(): boolean {
  for (const journey of page[journeys]?.values() ?? []) if (journey.focusCall()) return true;
  return false;
}
