import type { Availability } from '../../hours/availability.js';
import type { ScheduleSettings } from '../../hours/schedule.js';
import type { EnkashResult } from '../enkash/enkash-client.js';
import type { Session } from './sessions.js';

/** What the body of a 200 is made of. */
export interface SessionBodyParts {
  readonly result: EnkashResult;
  /** Whether the link is included. */
  readonly withLink: boolean;
  readonly session: Pick<Session, 'expiresAt' | 'pages'>;
  /** Epoch milliseconds. */
  readonly serverTime: number;
  readonly availability: Availability;
  /** The schedule as the element reads it. */
  readonly scheduleSettings: ScheduleSettings;
  /** Milliseconds between polls; null when a `GET` may mint. */
  readonly pollAfter: number | null;
}

/** Serialised once per result, since the same result answers many requests. */
const serialisedResults = {
  withLink: new WeakMap<EnkashResult, string>(),
  withoutLink: new WeakMap<EnkashResult, string>(),
};

/** The members of an object, serialised once, since many answers share it. Without this cache a body would cost twice as much. */
const serialisedMembers = new WeakMap<object, string>();

/** The body of a 200 as JSON: EnKash's envelope, and `session`. */
export function sessionBody(parts: SessionBodyParts): string {
  const { result, withLink, session, serverTime, availability, scheduleSettings, pollAfter } = parts;
  const time = new Date(serverTime).toISOString();
  const own = membersOf(session, ({ expiresAt, pages }) => ({ expiresAt, ...pages }));
  return (
    `${openEnvelope(result, withLink)},"session":{${own},"serverTime":"${time}","pollAfter":${pollAfter},` +
    `"availability":{${membersOf(availability)}},"schedule":{${membersOf(scheduleSettings)}}}}`
  );
}

/** @param pick the object whose members are sent instead */
function membersOf<T extends object>(value: T, pick: (value: T) => object = () => value): string {
  let text = serialisedMembers.get(value);
  if (text === undefined) serialisedMembers.set(value, (text = JSON.stringify(pick(value)).slice(1, -1)));
  return text;
}

/** The documented envelope as a JSON object without its closing brace. Nothing else of EnKash's reaches the browser. */
function openEnvelope(result: EnkashResult, withLink: boolean): string {
  const cache = withLink ? serialisedResults.withLink : serialisedResults.withoutLink;
  let text = cache.get(result);
  if (text === undefined) {
    const { payload, link } = result;
    const sentPayload = withLink ? { ...payload, kycLink: link?.reveal() ?? null } : payload;
    text = JSON.stringify({ code: 0, message: 'Success', payload: sentPayload }).slice(0, -1);
    cache.set(result, text);
  }
  return text;
}
