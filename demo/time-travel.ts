import { availabilityAt } from '../src/hours/availability.js';
import type { ScheduleSettings } from '../src/hours/schedule.js';

const HOUR = 3_600_000;

/** The demo's time, as `GET /demo/clock` tells it. */
export interface ClockView {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Why it is not the real time: someone `chose` it, or EnKash was `closed` when the demo began. Null: it is real. */
  readonly moved: 'chosen' | 'closed' | null;
}

/** A clock that can be set, and the HTTP route that sets it. */
export interface TimeTravel {
  readonly now: () => number;
  readonly view: () => ClockView;
  /** Answers `GET /demo/clock`, and `POST` with `{ "at": <milliseconds since 1970, or null for the real time> }`. */
  handle(request: Request): Promise<Response>;
}

/**
 * Makes the demo's clock. Where EnKash is closed in real time it begins an hour after the next opening, so that there is
 * something to see.
 * @param real The real time; `Date.now` unless a test brings its own.
 * @param schedule When EnKash is open; its documented hours unless said.
 */
export function createTimeTravel(real: () => number = Date.now, schedule: ScheduleSettings = {}): TimeTravel {
  const { opensAt } = availabilityAt(real(), schedule);
  let offset = opensAt === null ? 0 : Date.parse(opensAt) + HOUR - real();
  let why: ClockView['moved'] = opensAt === null ? null : 'closed';

  const now = () => real() + offset;
  const view = (): ClockView => ({ now: now(), moved: why });

  return {
    now,
    view,
    async handle(request) {
      if (request.method === 'POST') {
        const at = await destinationIn(request);
        if (at === undefined) {
          const error = 'Expected application/json: { "at": milliseconds since 1970, or null }.';
          return Response.json({ error }, { status: 400 });
        }
        offset = at === null ? 0 : at - real();
        why = at === null ? null : 'chosen';
      }
      return Response.json(view(), { headers: { 'Cache-Control': 'no-store' } });
    },
  };
}

/** Where a `POST` wants to go; undefined when it does not say. JSON alone, which no other site's form can send. */
async function destinationIn(request: Request): Promise<number | null | undefined> {
  if (request.headers.get('Content-Type') !== 'application/json') return undefined;
  const order: unknown = await request.json().catch(() => null);
  if (typeof order !== 'object' || order === null || !('at' in order)) return undefined;
  const { at } = order;
  return at === null || (typeof at === 'number' && Math.abs(at) <= 8.64e15) ? at : undefined;
}
