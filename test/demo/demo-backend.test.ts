import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createDemoBackend } from '../../demo/demo-backend.js';
import { createTimeTravel } from '../../demo/time-travel.js';
import type { ScheduleSettings } from '../../src/hours/schedule.js';

const json = { 'Content-Type': 'application/json' };

function startBackend() {
  const created: ScheduleSettings[] = [];
  const handle = createDemoBackend({
    clock: createTimeTravel(() => Date.UTC(2026, 10, 23, 6)),
    schedule: { workingDays: 'mon-sat', holidays: ['2026-12-25'] },
    createPartner: (schedule) => {
      created.push(schedule);
      return () => Promise.resolve(new Response('partner'));
    },
  });
  const post = (path: string, body: string, headers: Record<string, string> = json) =>
    handle(new Request(`http://localhost${path}`, { method: 'POST', headers, body }));
  return { created, handle, post };
}

describe('createDemoBackend', () => {
  it('passes any other request to the partner', async () => {
    const { handle } = startBackend();
    assert.equal(await (await handle(new Request('http://localhost/vkyc/session/x'))).text(), 'partner');
  });

  it('creates the partner again with the chosen hours over its own, and with the holidays of both', async () => {
    const { created, post } = startBackend();
    const body = JSON.stringify({ workingHours: '09:00-17:00', holidays: '2026-11-24 2026-11-25' });
    assert.equal((await post('/demo/schedule', body)).status, 200);
    assert.deepEqual(created.at(-1), {
      workingDays: 'mon-sat',
      workingHours: '09:00-17:00',
      holidays: ['2026-12-25', '2026-11-24', '2026-11-25'],
    });
    await post('/demo/clock', JSON.stringify({ at: null }));
    assert.equal(created.at(-1)?.workingHours, '09:00-17:00');
    await post('/demo/schedule', '{}');
    assert.deepEqual(created.at(-1), { workingDays: 'mon-sat', holidays: ['2026-12-25'] });
  });

  it('rejects a schedule that is invalid, not JSON or not posted, and keeps the one that holds', async () => {
    const { created, handle, post } = startBackend();
    const responses = [
      await post('/demo/schedule', JSON.stringify({ workingHours: '18:00-09:00' })),
      await post('/demo/schedule', 'null'),
      await post('/demo/schedule', '{'),
      await post('/demo/schedule', '{}', { 'Content-Type': 'text/plain' }),
      await handle(new Request('http://localhost/demo/schedule')),
    ];
    assert.deepEqual(
      responses.map(({ status }) => status),
      [400, 400, 400, 400, 400],
    );
    assert.equal(created.length, 1);
  });
});
