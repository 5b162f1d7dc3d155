import type { Frame, Page } from 'playwright-core';
import type { RecordedEvent } from './event-recorder.js';

/** The events that the page has recorded so far; those of one type, when given. */
export const recordedEvents = async (page: Page | Frame, type?: string): Promise<RecordedEvent[]> => {
  const events = await page.evaluate<RecordedEvent[]>('recordedEvents');
  return events.filter((event) => type === undefined || event.type === type);
};

/** The types of all recorded events except `vkyc-availability-change`, which depends on the device's own clock. */
export const recordedEventTypes = async (page: Page): Promise<string[]> =>
  (await recordedEvents(page)).map(({ type }) => type).filter((type) => type !== 'vkyc-availability-change');

/** Everything that the page holds, as text: DOM, events, history state, cookies, storage and resource timings. */
export const pageContents = (page: Page): Promise<string> => page.evaluate<string>('pageContents()');
