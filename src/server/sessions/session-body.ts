import type { Availability } from '../../hours/availability.js';
import type { ScheduleSettings } from '../../hours/schedule.js';
import type { EnkashResult } from '../enkash/enkash-client.js';
import type { SessionPages } from './session-links.js';

/** What a 200 tells besides EnKash's own answer. */
export interface SessionFacts {
  /** ISO 8601. */
  readonly expiresAt: string;
  readonly pages: SessionPages;
  /** Epoch milliseconds. */
  readonly serverTime: number;
  readonly availability: Availability;
  /** The schedule as the element reads it. */
  readonly scheduleSettings: ScheduleSettings;
  /** Milliseconds between polls; null when asking may mint. */
  readonly pollAfter: number | null;
}

/** EnKash's part of a body, written out once for as long as the standing is kept. */
const written = {
  withLink: new WeakMap<EnkashResult, string>(),
  withoutLink: new WeakMap<EnkashResult, string>(),
};

/** What many answers tell alike, written out once for as long as it holds: half of what a body costs. */
const alike = new WeakMap<object, string>();

/** The body of a 200, as JSON: EnKash's envelope, with the link only if it was asked for, and `session`. */
export function sessionBody(standing: EnkashResult, giveLink: boolean, facts: SessionFacts): string {
  const { expiresAt, pages, serverTime, availability, scheduleSettings, pollAfter } = facts;
  const time = new Date(serverTime).toISOString();
  const own = JSON.stringify({ expiresAt, serverTime: time, pollAfter, ...pages });
  const session = `${own.slice(0, -1)},"availability":${once(availability)},"schedule":${once(scheduleSettings)}}`;
  return `${enkashPart(standing, giveLink)},"session":${session}}`;
}

function once(value: object): string {
  let text = alike.get(value);
  if (text === undefined) alike.set(value, (text = JSON.stringify(value)));
  return text;
}

/** A JSON object that is still open. */
function enkashPart(standing: EnkashResult, giveLink: boolean): string {
  const known = giveLink ? written.withLink : written.withoutLink;
  let part = known.get(standing);
  if (part === undefined) {
    const { envelope, payload, link } = standing;
    const told = giveLink ? { ...payload, kycLink: link?.reveal() ?? null } : payload;
    part = JSON.stringify({ ...envelope, payload: told }).slice(0, -1);
    known.set(standing, part);
  }
  return part;
}
