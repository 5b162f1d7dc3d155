import type { Fault } from '../faults.js';
import type { Pause } from '../pause.js';
import { failure, json } from './envelope.js';

const SLOW_MS = 12_000;
const HUGE = 128 * 1_024;

/**
 * The answer to a call that a fault has met. A dead line is `Response.error()`, which MSW and the Node server turn into
 * a broken connection.
 * @param healthy Makes the answer the call would have had; not asked where the fault leaves none.
 */
export async function spoiledAnswer(
  fault: Fault,
  healthy: () => Promise<Response>,
  pause: Pause,
  signal: AbortSignal,
): Promise<Response> {
  const { answer } = fault;
  if (typeof answer === 'number') {
    return failure(answer, answer === 429 ? { 'Retry-After': '30' } : undefined);
  }
  switch (answer) {
    case 'html':
      return new Response('<!doctype html><title>Maintenance</title><p>Back soon.</p>', {
        headers: { 'Content-Type': 'text/html; charset=utf-8' },
      });
    case 'not-json':
      return new Response('{ "code": 0, "message": "Succ', {
        headers: { 'Content-Type': 'application/json' },
      });
    case 'huge':
      return json(200, { code: 0, message: 'x'.repeat(HUGE), payload: null });
    case 'drop':
      return Response.error();
    case 'slow':
      await pause(fault.delayMs ?? SLOW_MS, signal);
      return healthy();
    case 'redirect':
      return new Response(null, { status: 302, headers: { Location: 'https://elsewhere.invalid/' } });
    case 'code':
      return failure(200);
    case 'wrong-card':
      return withPayload(await healthy(), { enkashCardId: 'EKCANOTHERONE' });
    case 'bad-link':
      return withPayload(await healthy(), {
        kycLink: 'https://signzy.tech.elsewhere.invalid/encash_preprod/eMain',
      });
  }
}

/** The same answer with other words in its payload; left alone when it has none, as a refusal. */
async function withPayload(answer: Response, changes: Readonly<Record<string, string>>): Promise<Response> {
  const body: unknown = await answer.clone().json();
  if (typeof body !== 'object' || body === null || !('payload' in body)) return answer;
  if (typeof body.payload !== 'object' || body.payload === null) return answer;
  return json(answer.status, { ...body, payload: { ...body.payload, ...changes } });
}
