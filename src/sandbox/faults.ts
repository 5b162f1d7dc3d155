/** The EnKash calls that can be made to fail. */
export const ROUTES = ['token', 'link', 'status'] as const;
export type Route = (typeof ROUTES)[number];

/**
 * The ways to fail besides a bare HTTP status:
 * - `html`: a web page where JSON was due; `not-json`: JSON cut short; `huge`: more than 64 KiB of it
 * - `drop`: the line goes dead; `slow`: the right answer, late; `redirect`: a 302 to another host
 * - `code`: HTTP 200 with an envelope that says failure
 * - `wrong-card`: another customer's answer; `bad-link`: a link to a host that is not Signzy's
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
  'bad-link',
] as const;
export type FaultAnswer = (typeof FAULT_ANSWERS)[number];

/** One thing that is to go wrong. */
export interface Fault {
  readonly route: Route;
  /** An HTTP status from 400 to 599, or a named way to fail. */
  readonly answer: number | FaultAnswer;
  /** How many calls it spoils; 1 unless said. Null: all, until the faults are cleared. */
  readonly times?: number | null | undefined;
  /** Only this customer's calls; everyone's unless said. A token call belongs to no customer. */
  readonly enKashCardId?: string | undefined;
  /** How late a `slow` answer is, in milliseconds; 12,000 unless said. */
  readonly delayMs?: number | undefined;
}

/** The faults in waiting, first come first served. */
export class Faults {
  #waiting: { readonly fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.#waiting.push({ fault, left: fault.times === null ? Infinity : (fault.times ?? 1) });
  }

  clear(): void {
    this.#waiting = [];
  }

  list(): readonly Fault[] {
    return this.#waiting.map(({ fault, left }) => ({ ...fault, times: left === Infinity ? null : left }));
  }

  /** The fault this call is to meet, counted off. */
  take(route: Route, enKashCardId: string | null): Fault | null {
    const due = this.#waiting.find(
      ({ fault }) =>
        fault.route === route && (fault.enKashCardId === undefined || fault.enKashCardId === enKashCardId),
    );
    if (due === undefined) return null;
    due.left -= 1;
    if (due.left === 0) this.#waiting = this.#waiting.filter((entry) => entry !== due);
    return due.fault;
  }
}

/**
 * Checks a fault before it is set.
 * @throws {TypeError} saying which member is unusable and what it may be.
 */
export function checkFault(fault: unknown): asserts fault is Fault {
  const members: Readonly<Record<string, unknown>> = typeof fault === 'object' ? { ...fault } : {};
  const { route, answer, times, enKashCardId, delayMs } = members;
  const refuse = (member: string, expected: string): never => {
    throw new TypeError(`A fault's ${member} is ${expected}; received something else.`);
  };
  const isOneOf = (names: readonly string[], value: unknown): boolean =>
    typeof value === 'string' && names.includes(value);
  const isWhole = (value: unknown, least: number, most: number): boolean =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most;

  if (!isOneOf(ROUTES, route)) refuse('route', `one of ${ROUTES.join(', ')}`);
  if (!isOneOf(FAULT_ANSWERS, answer) && !isWhole(answer, 400, 599)) {
    refuse('answer', `an HTTP status from 400 to 599 or one of ${FAULT_ANSWERS.join(', ')}`);
  }
  if (times !== undefined && times !== null && !isWhole(times, 1, Infinity))
    refuse('times', 'a count from 1, or null');
  if (enKashCardId !== undefined && typeof enKashCardId !== 'string') refuse('enKashCardId', 'a string');
  if (delayMs !== undefined && !isWhole(delayMs, 0, 600_000)) refuse('delayMs', 'milliseconds up to 600000');
}
