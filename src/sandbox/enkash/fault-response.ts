import { isObject } from '../../protocol/json-object.js';
import { ANSWER_LIMIT_BYTES } from '../../protocol/limits.js';
import { JSON_MEDIA_TYPE } from '../../protocol/media-type.js';
import { RETRY_AFTER_HEADER } from '../../protocol/retry-after.js';
import type { Fault } from '../faults.js';
import type { Pause } from '../sandbox-clock.js';
import { failure, json } from './envelope.js';

const DEFAULT_DELAY_MS = 12_000;
const HUGE_LENGTH = 2 * ANSWER_LIMIT_BYTES;

/** A call that meets a fault. */
export interface FaultyCall {
  readonly fault: Fault;
  /** The answer without the fault. Not called where the fault replaces it. */
  readonly answer: () => Promise<Response>;
  readonly pause: Pause;
  /** Aborted when the client disconnects. */
  readonly signal: AbortSignal;
}

/**
 * The answer to a call that meets a fault. A broken connection is `Response.error()`, which MSW and the Node server turn
 * into one.
 */
export async function faultResponse({ fault, answer, pause, signal }: FaultyCall): Promise<Response> {
  if (typeof fault.answer === 'number') {
    return failure(fault.answer, fault.answer === 429 ? { [RETRY_AFTER_HEADER]: '30' } : undefined);
  }
  switch (fault.answer) {
    case 'html':
      return new Response('<!doctype html><title>Maintenance</title><p>Back soon.</p>', {
        headers: { 'Content-Type': 'text/html; charset=utf-8' },
      });
    case 'not-json':
      return new Response('{ "code": 0, "message": "Succ', { headers: { 'Content-Type': JSON_MEDIA_TYPE } });
    case 'huge':
      return json({ code: 0, message: 'x'.repeat(HUGE_LENGTH), payload: null });
    case 'drop':
      return Response.error();
    case 'slow':
      await pause(fault.delayMs ?? DEFAULT_DELAY_MS, signal);
      return answer();
    case 'redirect':
      return new Response(null, { status: 302, headers: { Location: 'https://elsewhere.invalid/' } });
    case 'code':
      return failure(200);
    case 'wrong-card':
      return withPayload(await answer(), { enkashCardId: 'EKCANOTHERONE' });
    case 'invalid-link':
      return withPayload(await answer(), {
        kycLink: 'https://signzy.tech.elsewhere.invalid/encash_preprod/eMain',
      });
  }
}

/** The same answer with changes to its payload; unchanged when it has none. */
async function withPayload(response: Response, changes: Readonly<Record<string, string>>): Promise<Response> {
  const body: unknown = await response.clone().json();
  if (!isObject(body) || !isObject(body.payload)) return response;
  return json({ ...body, payload: { ...body.payload, ...changes } }, { status: response.status });
}
