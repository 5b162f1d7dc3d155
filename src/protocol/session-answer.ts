import { CLOSED_REASONS, type Availability } from '../hours/availability.js';
import type { ScheduleSettings } from '../hours/schedule.js';
import { parseEnumModel } from '../status/parse-enum-model.js';
import type { KycStatus } from '../status/phase.js';
import { parseInstant, parseInstantAsIso } from './instant.js';
import { isObject, ownFields } from './json-object.js';

/** A page of the partner that the customer must visit before a call can start. */
export interface SessionAction {
  readonly kind: 'accept-terms';
  readonly url: string;
}

/** An answer of the session endpoint, checked and reduced to the fields the element uses. */
export interface SessionAnswer {
  readonly status: KycStatus;
  /** EnKash's link verbatim, still unchecked; null when the answer has none. */
  readonly link: string | null;
  /** For how many days EnKash accepts the link, from when it was made; null when the answer does not tell. */
  readonly linkDays: number | null;
  /** When the session ends, in epoch milliseconds; null when the answer has no readable time. */
  readonly expiresAt: number | null;
  /** The backend's clock in epoch milliseconds; null when the answer has no readable time. */
  readonly serverTime: number | null;
  /** Whether EnKash takes calls, as the backend says; it takes precedence over any schedule. Null when absent. */
  readonly availability: Availability | null;
  readonly schedule: ScheduleSettings | null;
  readonly action: SessionAction | null;
  /** The partner's own URL for the customer's phone, still unchecked; null when the answer has none. */
  readonly handoffUrl: string | null;
  /** Milliseconds until the next poll; `'never'` when a `GET` may mint a link; null when absent. */
  readonly pollAfter: number | 'never' | null;
}

/**
 * Reads an answer of the session endpoint: EnKash's envelope verbatim, or its payload alone, with or without `session`.
 * Unreadable members count as absent.
 *
 * @returns `'enkash_error'` when EnKash's `code` is not 0; `'invalid_response'` when the shape is wrong
 */
export function readSessionAnswer(body: unknown): SessionAnswer | 'enkash_error' | 'invalid_response' {
  const { code = 0, error, payload, session } = ownFields(body);
  if (code !== 0) return 'enkash_error';
  const { kycStatus, kycSubStatus, kycLink, kycExpiryDays } = ownFields(payload ?? body);
  const hasNoField = [kycStatus, kycSubStatus, kycLink].every((field) => field === undefined);
  if (hasNoField || isObject(error)) return 'invalid_response';
  const { expiresAt, serverTime, availability, schedule, action, handoffUrl, pollAfter } = ownFields(session);
  return {
    status: { kycStatus: parseEnumModel(kycStatus), kycSubStatus: parseEnumModel(kycSubStatus) },
    link: textOf(kycLink) || null,
    linkDays: typeof kycExpiryDays === 'number' && kycExpiryDays > 0 ? kycExpiryDays : null,
    expiresAt: parseInstant(expiresAt),
    serverTime: parseInstant(serverTime),
    availability: readAvailability(availability),
    schedule: readSchedule(schedule),
    action: readAction(action),
    handoffUrl: textOf(handoffUrl) ?? null,
    pollAfter:
      pollAfter === null ? 'never' : typeof pollAfter === 'number' && pollAfter >= 0 ? pollAfter : null,
  } satisfies SessionAnswer;
}

function readAvailability(value: unknown): Availability | null {
  const { open, reason, opensAt, closesAt } = ownFields(value);
  if (typeof open !== 'boolean') return null;
  return {
    open,
    reason: open ? null : (CLOSED_REASONS.find((known) => known === reason) ?? 'server'),
    opensAt: parseInstantAsIso(opensAt),
    closesAt: parseInstantAsIso(closesAt),
  };
}

function readSchedule(value: unknown): ScheduleSettings | null {
  if (!isObject(value)) return null;
  const { workingHours, workingDays, holidays, lastEntry } = ownFields(value);
  return {
    workingHours: textOf(workingHours),
    workingDays: textOf(workingDays),
    holidays: Array.isArray(holidays) ? holidays.filter((day) => typeof day === 'string') : textOf(holidays),
    lastEntry: typeof lastEntry === 'number' ? lastEntry : textOf(lastEntry),
  };
}

function readAction(value: unknown): SessionAction | null {
  const { kind, url } = ownFields(value);
  return kind === 'accept-terms' && typeof url === 'string' ? { kind, url } : null;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
