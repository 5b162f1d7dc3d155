import type { Availability } from '../hours/availability.js';
import type { ScheduleSettings } from '../hours/schedule.js';
import type { Standing } from './enkash-client.js';

/** What a 200 tells besides EnKash's own answer. Instants are epoch milliseconds. */
export interface SessionFacts {
  readonly expiresAt: number;
  readonly serverTime: number;
  readonly availability: Availability;
  /** The schedule as the element reads it. */
  readonly scheduleSettings: ScheduleSettings;
  /** Milliseconds between polls; null when asking may mint. */
  readonly pollAfter: number | null;
}

/** The body of a 200: EnKash's envelope, with the link only if it was asked for, and `session`. */
export function sessionBody(
  { envelope, payload, link }: Standing,
  giveLink: boolean,
  { expiresAt, serverTime, availability, scheduleSettings, pollAfter }: SessionFacts,
): object {
  return {
    ...envelope,
    payload: giveLink ? { ...payload, kycLink: link?.reveal() ?? null } : payload,
    session: {
      expiresAt: new Date(expiresAt).toISOString(),
      serverTime: new Date(serverTime).toISOString(),
      availability,
      schedule: scheduleSettings,
      pollAfter,
    },
  };
}
