import { SEED_CARD_ID } from '../../src/sandbox/kyc-links.js';
import type { Fault, SampleStatusName } from '../../src/sandbox/index.js';
import type { ClockView } from '../time-travel.js';
import type { ChosenSchedule } from './settings/schedule-of.js';

type JsonObject = Readonly<Record<string, unknown>>;

/** Opens a session for the customer who is signed in. Resolves with its endpoint. */
export async function openSession(): Promise<string> {
  const { endpoint } = await request('demo/session', {});
  if (typeof endpoint === 'string') return endpoint;
  throw unexpected();
}

/** Reads the demo's time. */
export async function readClock(): Promise<ClockView> {
  return toClockView(await request('demo/clock'));
}

/** Sets the demo's time, in milliseconds since 1970; null: to the real one. */
export async function setClock(at: number | null): Promise<ClockView> {
  return toClockView(await request('demo/clock', { at }));
}

/** Sets the opening hours of the partner's backend; what is left out is as the demo's bank has it. */
export async function setSchedule(schedule: ChosenSchedule): Promise<void> {
  await request('demo/schedule', schedule);
}

/** Sets the customer's status at EnKash. */
export async function setCustomerStatus(status: SampleStatusName): Promise<void> {
  await request('sandbox/status', { enKashCardId: SEED_CARD_ID, status });
}

/** Replaces the faults of EnKash's responses. */
export async function setFaults(faults: readonly Fault[]): Promise<void> {
  await request('sandbox/clear-faults', {});
  for (const fault of faults) await request('sandbox/fault', fault);
}

/**
 * Sends a request to a path below the page's own folder: a `GET` request, or a `POST` request when there is a body.
 * @throws {Error} with a sentence for the developer, when the servers do not respond as expected.
 */
async function request(path: string, body?: object): Promise<JsonObject> {
  const response = await fetch(new URL(path, document.baseURI), {
    ...(body && {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  }).catch(() => null);
  if (!response?.ok) throw new Error("The demo's servers do not respond. Is `npm start` still running?");
  const json: unknown = await response.json().catch(() => null);
  if (typeof json === 'object' && json !== null) return { ...json };
  throw unexpected();
}

function toClockView({ now, moved }: JsonObject): ClockView {
  if (typeof now === 'number' && (moved === null || moved === 'chosen' || moved === 'closed'))
    return { now, moved };
  throw unexpected();
}

const unexpected = () => new Error("The demo's servers sent an unexpected response. Restart `npm start`.");
