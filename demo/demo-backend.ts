import { parseSchedule, type ScheduleSettings } from '../src/hours/schedule.js';
import type { TimeTravel } from './time-travel.js';

type Handler = (request: Request) => Promise<Response>;

/** What the demo's backend is made of. */
export interface DemoBackendOptions {
  readonly clock: TimeTravel;
  /** The opening hours that hold where the page chooses none. */
  readonly schedule: ScheduleSettings;
  /** Creates the partner's backend. Its secret must not change, so that sessions stay valid. */
  readonly createPartner: (schedule: ScheduleSettings) => Handler;
}

/**
 * Handles the requests to the demo's backend: those of its clock (`/demo/clock`), those of its opening hours
 * (`POST /demo/schedule`), and those of the partner. Each change replaces the partner's backend, whose caches assume
 * that time never goes back.
 */
export function createDemoBackend({ clock, schedule, createPartner }: DemoBackendOptions): Handler {
  let current = schedule;
  let partner = createPartner(current);
  return async (request) => {
    switch (new URL(request.url).pathname) {
      case '/demo/clock': {
        const response = await clock.handle(request);
        if (request.method === 'POST') partner = createPartner(current);
        return response;
      }
      case '/demo/schedule': {
        const chosen = request.method === 'POST' ? await readSchedule(request) : null;
        if (!chosen) {
          const error = 'Expected a POST of application/json with the opening hours, each a string.';
          return Response.json({ error }, { status: 400 });
        }
        current = {
          ...schedule,
          ...chosen,
          holidays: [...list(schedule.holidays), ...list(chosen.holidays)],
        };
        partner = createPartner(current);
        return Response.json({}, { headers: { 'Cache-Control': 'no-store' } });
      }
      default:
        return partner(request);
    }
  };
}

/** The opening hours that a `POST` chooses; null when it is invalid. Only JSON is accepted, which a form of another site cannot send. */
async function readSchedule(request: Request): Promise<ScheduleSettings | null> {
  if (request.headers.get('Content-Type') !== 'application/json') return null;
  const body: unknown = await request.json().catch(() => null);
  if (typeof body !== 'object' || body === null) return null;
  const members = Object.entries(body).filter(
    (entry): entry is [string, string] => NAMES.includes(entry[0]) && typeof entry[1] === 'string',
  );
  const schedule: ScheduleSettings = Object.fromEntries(members);
  return parseSchedule(schedule).faults.length === 0 ? schedule : null;
}

const NAMES = ['workingHours', 'workingDays', 'holidays', 'lastEntry'];

const list = (dates: ScheduleSettings['holidays'] = []): readonly string[] =>
  typeof dates === 'string' ? dates.split(/[\s,]+/).filter(Boolean) : dates;
