import { SEED_CARD_ID } from '../../src/sandbox/kyc-links.js';
import type { Fault, SampleStatusName } from '../../src/sandbox/index.js';
import type { ClockView } from '../time-travel.js';

type Fields = Readonly<Record<string, unknown>>;

/** A session URL for the customer who is signed in. */
export async function openSession(): Promise<string> {
  const { endpoint } = await ask('/demo/session', {});
  if (typeof endpoint === 'string') return endpoint;
  throw unexpected();
}

/** The demo's time. */
export async function readClock(): Promise<ClockView> {
  return clockIn(await ask('/demo/clock'));
}

/** Sets the demo's time, in milliseconds since 1970; null: to the real one. */
export async function setClock(at: number | null): Promise<ClockView> {
  return clockIn(await ask('/demo/clock', { at }));
}

/** Puts the customer where EnKash would say that they stand. */
export async function setStanding(standing: SampleStatusName): Promise<void> {
  await ask('/sandbox/standing', { enKashCardId: SEED_CARD_ID, standing });
}

/** Has EnKash answer with these faults alone from now on. */
export async function setFaults(faults: readonly Fault[]): Promise<void> {
  await ask('/sandbox/clear-faults', {});
  for (const fault of faults) await ask('/sandbox/fault', fault);
}

/**
 * `GET`, or `POST` where there is something to send.
 * @throws {Error} with a sentence for the developer, when the servers do not answer or answer something else.
 */
async function ask(path: string, order?: object): Promise<Fields> {
  const response = await fetch(path, {
    ...(order && {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(order),
    }),
  }).catch(() => null);
  if (!response?.ok) throw new Error("The demo's servers do not answer. Is npm start still running?");
  const answer: unknown = await response.json().catch(() => null);
  if (typeof answer === 'object' && answer !== null) return { ...answer };
  throw unexpected();
}

function clockIn({ now, moved }: Fields): ClockView {
  if (typeof now === 'number' && (moved === null || moved === 'chosen' || moved === 'closed'))
    return { now, moved };
  throw unexpected();
}

const unexpected = () => new Error("The demo's servers answered something unexpected. Restart npm start.");
