import { availabilityAt } from '../hours/availability.js';
import type { Schedule, ScheduleSettings } from '../hours/schedule.js';
import type { Standing } from './enkash-client.js';

/** What a 200 tells besides EnKash's own answer. Instants are epoch milliseconds. */
export interface SessionFacts {
  readonly expiresAt: number;
  readonly serverTime: number;
  readonly schedule: Schedule;
  /** The schedule as the element reads it. */
  readonly scheduleSettings: ScheduleSettings;
  /** Milliseconds between polls; null when asking may mint. */
  readonly pollAfter: number | null;
}

/** The body of a 200: EnKash's envelope, with the link only if it was asked for, and `session`. */
export function sessionBody(
  { envelope, payload, link }: Standing,
  giveLink: boolean,
  { expiresAt, serverTime, schedule, scheduleSettings, pollAfter }: SessionFacts,
): object {
  const { open, reason, opensAt, closesAt } = availabilityAt(serverTime, schedule);
  return {
    ...envelope,
    payload: giveLink ? { ...payload, kycLink: link } : payload,
    session: {
      expiresAt: new Date(expiresAt).toISOString(),
      serverTime: new Date(serverTime).toISOString(),
      availability: { open, reason, opensAt, closesAt },
      schedule: scheduleSettings,
      pollAfter,
    },
  };
}
