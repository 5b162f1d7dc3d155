import type { Availability, ClosedReason } from '../hours/availability.js';
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

type Fields = Record<string, unknown>;

const CLOSED_REASONS: readonly string[] = [
  'before-hours',
  'after-hours',
  'weekend',
  'holiday',
  'last-entry',
  'server',
] satisfies ClosedReason[];

/**
 * Reads one answer of the session endpoint: EnKash's envelope verbatim, or its payload alone, with or without `session`.
 * Gives `'refused'` when EnKash's `code` is not 0, and null when the shape is wrong.
 */
export function readSessionAnswer(body: unknown): SessionAnswer | 'refused' | null {
  if (!isFields(body)) return null;
  const code = own(body, 'code');
  if (code !== undefined && code !== 0) return 'refused';
  if (isFields(own(body, 'error'))) return null;
  const payload = own(body, 'payload') ?? body;
  if (!isFields(payload)) return null;
  const kycStatus = own(payload, 'kycStatus');
  const kycSubStatus = own(payload, 'kycSubStatus');
  const link = own(payload, 'kycLink');
  if (kycStatus === undefined && kycSubStatus === undefined && link === undefined) return null;
  const session = own(body, 'session');
  return {
    status: { kycStatus: parseEnumModel(kycStatus), kycSubStatus: parseEnumModel(kycSubStatus) },
    link: typeof link === 'string' && link !== '' ? link : null,
    ...readSession(isFields(session) ? session : {}),
  };
}

function readSession(session: Fields): Omit<SessionAnswer, 'status' | 'link'> {
  const pollAfter = own(session, 'pollAfter');
  const handoffUrl = own(session, 'handoffUrl');
  return {
    expiresAt: readInstant(own(session, 'expiresAt')),
    serverTime: readInstant(own(session, 'serverTime')),
    availability: readAvailability(own(session, 'availability')),
    schedule: readSchedule(own(session, 'schedule')),
    action: readAction(own(session, 'action')),
    handoffUrl: typeof handoffUrl === 'string' ? handoffUrl : null,
    pollAfter:
      pollAfter === null ? 'never' : typeof pollAfter === 'number' && pollAfter >= 0 ? pollAfter : null,
  };
}

/** A time without its zone would be read in the device's own, which is no answer. */
const ZONED = /(Z|GMT|[+-]\d\d:?\d\d)$/i;

/** Reads an instant: epoch milliseconds, or ISO 8601 or HTTP text that names its zone; null for anything else. */
export function readInstant(value: unknown): number | null {
  const instant = typeof value === 'string' && ZONED.test(value) ? Date.parse(value) : value;
  return typeof instant === 'number' && Math.abs(instant) <= 8.64e15 ? instant : null;
}

function readAvailability(value: unknown): Availability | null {
  if (!isFields(value)) return null;
  const open = own(value, 'open');
  if (typeof open !== 'boolean') return null;
  const reason = own(value, 'reason');
  const [opensAt, closesAt] = ['opensAt', 'closesAt'].map((key) => {
    const instant = readInstant(own(value, key));
    return instant === null ? null : new Date(instant).toISOString();
  });
  return {
    open,
    reason: open ? null : isClosedReason(reason) ? reason : 'server',
    opensAt: opensAt ?? null,
    closesAt: closesAt ?? null,
  };
}

function readSchedule(value: unknown): ScheduleSettings | null {
  if (!isFields(value)) return null;
  const text = (key: string) => {
    const field = own(value, key);
    return typeof field === 'string' ? field : undefined;
  };
  const holidays = own(value, 'holidays');
  const lastEntry = own(value, 'lastEntry');
  return {
    workingHours: text('workingHours'),
    workingDays: text('workingDays'),
    holidays: Array.isArray(holidays)
      ? holidays.filter((day): day is string => typeof day === 'string')
      : text('holidays'),
    lastEntry: typeof lastEntry === 'number' ? lastEntry : text('lastEntry'),
  };
}

function readAction(value: unknown): SessionAction | null {
  if (!isFields(value) || own(value, 'kind') !== 'accept-terms') return null;
  const url = own(value, 'url');
  return typeof url === 'string' ? { kind: 'accept-terms', url } : null;
}

function isClosedReason(value: unknown): value is ClosedReason {
  return typeof value === 'string' && CLOSED_REASONS.includes(value);
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a field the other side really sent: an inherited one (say, on a polluted prototype) is no answer. */
export function own(fields: Fields, key: string): unknown {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}
