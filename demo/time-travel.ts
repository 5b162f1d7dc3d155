import { availabilityAt } from '../src/hours/availability.js';
import type { ScheduleSettings } from '../src/hours/schedule.js';

const HOUR = 3_600_000;

/** The demo's time, as `GET /demo/clock` returns it. */
export interface ClockView {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Why it is not the real time: `chosen` in the panel, or EnKash was `closed` at the start. Null: it is the real time. */
  readonly moved: 'chosen' | 'closed' | null;
}

/** A clock that can be set, with an HTTP route to set it. */
export interface TimeTravel {
  readonly now: () => number;
  readonly view: () => ClockView;
  /** Handles `GET /demo/clock`, and `POST` with `{ "at": <milliseconds since 1970, or null for the real time> }`. */
  handle(request: Request): Promise<Response>;
}

/**
 * Creates the demo's clock. While EnKash is closed in real time it starts an hour after the next opening, so that a call
 * can be started.
 * @param real The real time; defaults to `Date.now`.
 * @param schedule EnKash's opening hours; defaults to the documented ones.
 */
export function createTimeTravel(real: () => number = Date.now, schedule: ScheduleSettings = {}): TimeTravel {
  const { opensAt } = availabilityAt(real(), schedule);
  let offset = opensAt === null ? 0 : Date.parse(opensAt) + HOUR - real();
  let moved: ClockView['moved'] = opensAt === null ? null : 'closed';

  const now = () => real() + offset;
  const view = (): ClockView => ({ now: now(), moved });

  return {
    now,
    view,
    async handle(request) {
      if (request.method === 'POST') {
        const at = await readTarget(request);
        if (at === undefined) {
          const error = 'Expected application/json: { "at": milliseconds since 1970, or null }.';
          return Response.json({ error }, { status: 400 });
        }
        offset = at === null ? 0 : at - real();
        moved = at === null ? null : 'chosen';
      }
      return Response.json(view(), { headers: { 'Cache-Control': 'no-store' } });
    },
  };
}

/** The time that a `POST` sets; undefined when it is invalid. Only JSON is accepted, which a form of another site cannot send. */
async function readTarget(request: Request): Promise<number | null | undefined> {
  if (request.headers.get('Content-Type') !== 'application/json') return undefined;
  const body: unknown = await request.json().catch(() => null);
  if (typeof body !== 'object' || body === null || !('at' in body)) return undefined;
  const { at } = body;
  return at === null || (typeof at === 'number' && Math.abs(at) <= 8.64e15) ? at : undefined;
}
