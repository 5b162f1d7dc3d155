import { CLOSED_REASONS, type Availability } from '../hours/availability.js';
import type { ScheduleSettings } from '../hours/schedule.js';
import { parseEnumModel } from '../status/parse-enum-model.js';
import type { KycStatus } from '../status/phase.js';

/** Something the customer must do elsewhere before a call can start. */
export interface SessionAction {
  readonly kind: 'accept-terms';
  readonly url: string;
}

/** What the session endpoint said, checked and reduced to the fields the element uses. */
export interface SessionAnswer {
  readonly status: KycStatus;
  /** EnKash's link as it came, still unchecked; null when the answer has none. */
  readonly link: string | null;
  /** When the endpoint itself stops working, in epoch milliseconds; null when it did not say. */
  readonly expiresAt: number | null;
  /** The backend's clock in epoch milliseconds; null when it did not say. */
  readonly serverTime: number | null;
  /** The backend's own word on opening hours; it outranks any schedule. */
  readonly availability: Availability | null;
  readonly schedule: ScheduleSettings | null;
  readonly action: SessionAction | null;
  /** The partner's own short link for the customer's phone, still unchecked; null when the answer has none. */
  readonly handoffUrl: string | null;
  /** Milliseconds until the next poll; `'never'` when asking may mint a link; null when it did not say. */
  readonly pollAfter: number | 'never' | null;
}

/**
 * Reads one answer of the session endpoint: EnKash's envelope verbatim, or its payload alone, with or without `session`.
 * Gives `'enkash_error'` when EnKash's `code` is not 0, and `'invalid_response'` when the shape is wrong.
 */
export function readSessionAnswer(body: unknown): SessionAnswer | 'enkash_error' | 'invalid_response' {
  const { code = 0, error, payload, session } = ownFields(body);
  if (code !== 0) return 'enkash_error';
  const { kycStatus, kycSubStatus, kycLink } = ownFields(payload ?? body);
  const saysNothing = [kycStatus, kycSubStatus, kycLink].every((field) => field === undefined);
  if (saysNothing || isRecord(error)) return 'invalid_response';
  const { expiresAt, serverTime, availability, schedule, action, handoffUrl, pollAfter } = ownFields(session);
  return {
    status: { kycStatus: parseEnumModel(kycStatus), kycSubStatus: parseEnumModel(kycSubStatus) },
    link: textOf(kycLink) || null,
    expiresAt: readInstant(expiresAt),
    serverTime: readInstant(serverTime),
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
    opensAt: readTime(opensAt),
    closesAt: readTime(closesAt),
  };
}

function readSchedule(value: unknown): ScheduleSettings | null {
  if (!isRecord(value)) return null;
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

/** A time without its zone would be read in the device's own, which is no answer. */
const ZONED = /(Z|GMT|[+-]\d\d:?\d\d)$/i;

/** Reads an instant: epoch milliseconds, or ISO 8601 or HTTP text that names its zone; null for anything else. */
export function readInstant(value: unknown): number | null {
  const instant = typeof value === 'string' && ZONED.test(value) ? Date.parse(value) : value;
  return typeof instant === 'number' && Math.abs(instant) <= 8.64e15 ? instant : null;
}

/** The same instant as ISO 8601 text. */
export function readTime(value: unknown): string | null {
  const instant = readInstant(value);
  return instant === null ? null : new Date(instant).toISOString();
}

export function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The fields the other side really sent, none for what is no record: an inherited one (say, on a polluted prototype) is
 * no answer.
 */
export function ownFields(value: unknown): Readonly<Record<string, unknown>> {
  return { __proto__: null, ...(isRecord(value) && value) };
}
