/** The EnKash calls that can be given a fault. */
export const ROUTES = ['token', 'link', 'status'] as const;
export type Route = (typeof ROUTES)[number];

/**
 * The faults besides a plain HTTP status:
 * - `html`: a web page instead of JSON; `not-json`: truncated JSON; `huge`: more than 64 KiB of JSON
 * - `drop`: the connection breaks; `slow`: the correct answer, late; `redirect`: a 302 to another host
 * - `code`: HTTP 200 with an envelope that reports a failure
 * - `wrong-card`: another customer's answer; `invalid-link`: a link to a host that is not Signzy's
 */
export const FAULT_ANSWERS = [
  'html',
  'not-json',
  'huge',
  'drop',
  'slow',
  'redirect',
  'code',
  'wrong-card',
  'invalid-link',
] as const;
export type FaultAnswer = (typeof FAULT_ANSWERS)[number];

/** A fault of one EnKash call. */
export interface Fault {
  readonly route: Route;
  /** An HTTP status from 400 to 599, or a named fault. */
  readonly answer: number | FaultAnswer;
  /** Number of calls that meet the fault, 1 by default. Null: all, until the faults are cleared. */
  readonly times?: number | null | undefined;
  /** Only the calls for this customer; all customers by default. A token call belongs to no customer. */
  readonly enKashCardId?: string | undefined;
  /** Delay of a `slow` answer in milliseconds, 12,000 by default. */
  readonly delayMs?: number | undefined;
}

/** The pending faults, in the order in which they were added. */
export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  list(): readonly Fault[];
  /** The fault that this call meets, which is counted down; null for none. */
  next(route: Route, enKashCardId: string | null): Fault | null;
}

/** Creates an empty list of faults. */
export function createFaults(): Faults {
  let pending: { readonly fault: Fault; remaining: number }[] = [];
  return {
    add: (fault) => {
      pending.push({ fault, remaining: fault.times === null ? Infinity : (fault.times ?? 1) });
    },
    clear: () => {
      pending = [];
    },
    list: () =>
      pending.map(({ fault, remaining }) => ({ ...fault, times: remaining === Infinity ? null : remaining })),
    next: (route, enKashCardId) => {
      const due = pending.find(
        ({ fault }) =>
          fault.route === route && (fault.enKashCardId === undefined || fault.enKashCardId === enKashCardId),
      );
      if (due === undefined) return null;
      due.remaining -= 1;
      if (due.remaining === 0) pending = pending.filter((entry) => entry !== due);
      return due.fault;
    },
  };
}

/**
 * Checks a fault before it is added.
 * @throws {TypeError} naming the invalid member and what it may be.
 */
export function checkFault(fault: unknown): asserts fault is Fault {
  const members: Readonly<Record<string, unknown>> = typeof fault === 'object' ? { ...fault } : {};
  const { route, answer, times, enKashCardId, delayMs } = members;
  const refuse = (member: string, expected: string): never => {
    throw new TypeError(`A fault's ${member} is ${expected}; received something else.`);
  };
  const isOneOf = (names: readonly string[], value: unknown) =>
    typeof value === 'string' && names.includes(value);

  if (!isOneOf(ROUTES, route)) refuse('route', `one of ${ROUTES.join(', ')}`);
  if (!isOneOf(FAULT_ANSWERS, answer) && !isWholeNumber(answer, 400, 599)) {
    refuse('answer', `an HTTP status from 400 to 599 or one of ${FAULT_ANSWERS.join(', ')}`);
  }
  if (times !== undefined && times !== null && !isWholeNumber(times, 1, Infinity))
    refuse('times', 'a count from 1, or null');
  if (enKashCardId !== undefined && typeof enKashCardId !== 'string') refuse('enKashCardId', 'a string');
  if (delayMs !== undefined && !isWholeNumber(delayMs, 0, 600_000))
    refuse('delayMs', 'milliseconds up to 600000');
}

const isWholeNumber = (value: unknown, min: number, max: number) =>
  Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
