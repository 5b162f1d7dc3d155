import type { Sandbox } from './sandbox.js';
import { ENKASH_PATHS } from './enkash/enkash-handler.js';
import { json } from './enkash/envelope.js';
import { checkFault } from './faults.js';
import { checkSettings } from './settings.js';
import { toStanding } from './sample-status.js';

type Order = Readonly<Record<string, unknown>>;

/** What can be ordered over HTTP: `POST /sandbox/<name>` with a JSON object. */
const ORDERS: Readonly<Record<string, (sandbox: Sandbox, order: Order) => void>> = {
  standing: (sandbox, { enKashCardId, standing }) => {
    if (typeof enKashCardId !== 'string' || enKashCardId === '') {
      throw new TypeError('enKashCardId is a text that is not empty; received something else.');
    }
    sandbox.setStanding(enKashCardId, toStanding(standing));
  },
  fault: (sandbox, order) => {
    checkFault(order);
    sandbox.fault(order);
  },
  'clear-faults': (sandbox) => sandbox.clearFaults(),
  clock: (sandbox, { shiftMs }) => sandbox.shiftClock(typeof shiftMs === 'number' ? shiftMs : NaN),
  settings: (sandbox, order) => {
    checkSettings(order);
    sandbox.configure(order);
  },
  'revoke-tokens': (sandbox) => sandbox.revokeTokens(),
  reset: (sandbox) => sandbox.reset(),
};

/** Whether a request to EnKash's origin is meant for the sandbox itself. */
export function isControl(request: Request): boolean {
  const { pathname } = new URL(request.url);
  return pathname.startsWith('/sandbox/') && pathname !== ENKASH_PATHS.status;
}

/**
 * Takes orders for the sandbox, from this machine alone. Every order answers with the world as it then is, and so does
 * `GET /sandbox/world`. What cannot be done answers 400 with a sentence.
 */
export async function answerControl(sandbox: Sandbox, request: Request): Promise<Response> {
  const refuse = (status: number, error: string): Response => json(status, { error }, corsFor(request));
  const url = new URL(request.url);
  const here = url.origin === sandbox.enkashOrigin || isLoopback(url.origin);
  const from = request.headers.get('Origin');
  if (!here || (from !== null && !isLoopback(from))) {
    return refuse(403, 'The sandbox takes orders from this machine alone.');
  }
  if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: corsFor(request) });

  const name = url.pathname.slice('/sandbox/'.length);
  if (name !== 'world' || request.method !== 'GET') {
    if (!Object.hasOwn(ORDERS, name)) {
      return refuse(404, `There is GET world and POST ${Object.keys(ORDERS).join(', ')}.`);
    }
    if (request.method !== 'POST') return refuse(405, 'An order is a POST.');
    // a type no plain form can send, so that another site's page needs a preflight, which it does not pass
    if (request.headers.get('Content-Type') !== 'application/json') {
      return refuse(415, 'An order is application/json.');
    }
    try {
      ORDERS[name]?.(sandbox, await orderIn(request));
    } catch (error) {
      return refuse(400, error instanceof TypeError ? error.message : 'The order could not be carried out.');
    }
  }
  return json(200, sandbox.world(), corsFor(request));
}

async function orderIn(request: Request): Promise<Order> {
  const order: unknown = await request.json().catch(() => null);
  if (typeof order === 'object' && order !== null && !Array.isArray(order)) return { ...order };
  throw new TypeError('An order is a JSON object; received something else.');
}

const isLoopback = (origin: string): boolean =>
  URL.canParse(origin) && ['localhost', '127.0.0.1', '[::1]'].includes(new URL(origin).hostname);

function corsFor(request: Request): Record<string, string> {
  const from = request.headers.get('Origin');
  if (from === null || !isLoopback(from)) return {};
  return {
    'Access-Control-Allow-Origin': from,
    'Access-Control-Allow-Headers': 'Content-Type',
    Vary: 'Origin',
  };
}
