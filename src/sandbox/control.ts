import { isObject, type JsonObject } from '../protocol/json-object.js';
import { isLoopbackHost } from '../protocol/loopback.js';
import { isJsonType, JSON_MEDIA_TYPE } from '../protocol/media-type.js';
import { ENKASH_PATHS } from './enkash/enkash-handler.js';
import { json } from './enkash/envelope.js';
import { checkFault } from './faults.js';
import { toSampleStatus } from './sample-status.js';
import type { Sandbox } from './sandbox.js';
import { checkSettings } from './settings.js';

/** The commands over HTTP: `POST /sandbox/<name>` with the arguments as a JSON object. */
const COMMANDS: Readonly<Record<string, (sandbox: Sandbox, args: JsonObject) => void>> = {
  status: (sandbox, { enKashCardId, status }) => {
    if (typeof enKashCardId !== 'string' || enKashCardId === '') {
      throw new TypeError('enKashCardId is a text that is not empty; received something else.');
    }
    sandbox.setStatus(enKashCardId, toSampleStatus(status));
  },
  fault: (sandbox, args) => {
    checkFault(args);
    sandbox.fault(args);
  },
  'clear-faults': (sandbox) => sandbox.clearFaults(),
  clock: (sandbox, { shiftMs }) => sandbox.shiftClock(typeof shiftMs === 'number' ? shiftMs : NaN),
  settings: (sandbox, args) => {
    checkSettings(args);
    sandbox.configure(args);
  },
  'revoke-tokens': (sandbox) => sandbox.revokeTokens(),
  reset: (sandbox) => sandbox.reset(),
};

/** Whether a request to EnKash's origin is a command for the sandbox. */
export function isControl(request: Request): boolean {
  const { pathname } = new URL(request.url);
  return pathname.startsWith('/sandbox/') && pathname !== ENKASH_PATHS.status;
}

/**
 * Runs a command for the sandbox, from this machine only. Each command answers with a snapshot of the state after it, as
 * `GET /sandbox/snapshot` does. A command that fails answers 400 with a sentence.
 */
export async function answerControl(sandbox: Sandbox, request: Request): Promise<Response> {
  const refuse = (status: number, error: string) =>
    json({ error }, { status, headers: corsHeaders(request) });
  const url = new URL(request.url);
  const isLocal = url.origin === sandbox.enkashOrigin || isLoopbackOrigin(url.origin);
  const origin = request.headers.get('Origin');
  if (!isLocal || (origin !== null && !isLoopbackOrigin(origin))) {
    return refuse(403, 'The sandbox accepts commands from this machine only.');
  }
  if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: corsHeaders(request) });

  const name = url.pathname.slice('/sandbox/'.length);
  if (name !== 'snapshot' || request.method !== 'GET') {
    if (!Object.hasOwn(COMMANDS, name)) {
      return refuse(404, `There is GET snapshot and POST ${Object.keys(COMMANDS).join(', ')}.`);
    }
    if (request.method !== 'POST') return refuse(405, 'A command is a POST.');
    // A form cannot send this type, so a page of another site needs a preflight, which is refused.
    if (!isJsonType(request.headers)) return refuse(415, `A command is ${JSON_MEDIA_TYPE}.`);
    try {
      COMMANDS[name]?.(sandbox, await readArguments(request));
    } catch (error) {
      return refuse(400, error instanceof TypeError ? error.message : 'The command failed.');
    }
  }
  return json(sandbox.snapshot(), { headers: corsHeaders(request) });
}

async function readArguments(request: Request): Promise<JsonObject> {
  const args: unknown = await request.json().catch(() => null);
  if (isObject(args)) return { ...args };
  throw new TypeError('The arguments are a JSON object; received something else.');
}

const isLoopbackOrigin = (origin: string) => URL.canParse(origin) && isLoopbackHost(new URL(origin).hostname);

function corsHeaders(request: Request): Record<string, string> {
  const origin = request.headers.get('Origin');
  if (origin === null || !isLoopbackOrigin(origin)) return {};
  return {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Headers': 'Content-Type',
    Vary: 'Origin',
  };
}
