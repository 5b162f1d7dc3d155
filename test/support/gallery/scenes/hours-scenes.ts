import { HttpResponse } from 'msw';
import { answer, endpoint, MONDAY_11 } from '../../scenarios.js';
import type { SceneGroup, Scene } from '../scene.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const at = (serverTime: number, schedule: Record<string, unknown> = {}) =>
  endpoint({ get: () => answer({ status: 'not-started', session: { serverTime, schedule } }) });

const closed = (name: string, title: string, handlers: Scene['handlers'] & object): Scene => ({
  name: `closed-${name}`,
  title: `Closed: ${title}`,
  handlers,
  initialState: 'closed',
});

/** Outside the opening hours, for each reason, and shortly before closing. */
export const HOURS_SCENES: SceneGroup = {
  name: 'hours',
  title: 'Opening hours',
  scenes: [
    closed('before-hours', 'too early', at(MONDAY_11 - 2 * HOUR)),
    closed('after-hours', 'too late', at(MONDAY_11 + 8 * HOUR)),
    closed('weekend', 'not a working day', at(MONDAY_11 - 24 * HOUR)),
    closed('holiday', 'a holiday', at(MONDAY_11, { holidays: ['2026-11-23', '2026-11-24'] })),
    closed('last-entry', 'too late to start a new call', at(MONDAY_11 + 6.75 * HOUR, { lastEntry: 30 })),
    {
      name: 'closed-server',
      title: 'Closed by the backend, without an opening time',
      handlers: endpoint({
        post: () => HttpResponse.json({ error: { code: 'closed_hours' } }, { status: 409 }),
      }),
      initialState: 'ready',
      play: (ctx) => ctx.click('[part~=button]'),
      finalState: 'closed',
    },
    {
      name: 'last-call',
      title: 'Ten minutes before closing',
      handlers: at(MONDAY_11 + 7 * HOUR - 10 * MINUTE),
      initialState: 'ready',
    },
  ],
};
