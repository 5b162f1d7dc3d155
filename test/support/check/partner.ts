import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { nodeListener } from '../../../src/server/index.js';

export const CARD = 'EKCPLANTED01';
export const LINK = 'https://investor-onboarding.signzy.tech/encash/PLANTEDLINK/eMain?ns=encash';
export const SESSION = 'a-session-of-32-random-characters';

/** The answer of a backend. */
export interface Plan {
  readonly status: number;
  /** The partner's clock in epoch milliseconds. */
  readonly time: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as JSON, or unchanged if it is a string. */
  readonly body: unknown;
}

/** A request that the backend has received. */
export interface Received {
  readonly request: Request;
  readonly url: URL;
  readonly text: string;
}

/** A fault of a backend: the answer instead of the correct one, or undefined for the correct one. */
export type Fault = (received: Received, plan: Plan) => Plan | undefined;

/** Starts a backend over HTTP that is valid except for one fault. */
export async function startPartner(now: () => number, fault: Fault = () => undefined) {
  const methods: string[] = [];
  const server = createServer(
    nodeListener(async (request) => {
      methods.push(request.method);
      const received = { request, url: new URL(request.url), text: await request.text() };
      const plan = validAnswer(received, now());
      const { status, headers, body } = fault(received, plan) ?? plan;
      return new Response(typeof body === 'string' ? body : JSON.stringify(body), {
        status,
        headers: { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', ...headers },
      });
    }),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    endpoint: `${origin}/vkyc/${SESSION}`,
    /** The methods of the received requests, in order. */
    methods,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** The answer of a valid backend. */
function validAnswer({ request: { method, headers }, url, text }: Received, now: number): Plan {
  const refusal = (status: number, code: string): Plan => ({
    status,
    time: now,
    headers: JSON_TYPE,
    body: { error: { code } },
  });
  if (method !== 'GET' && method !== 'POST') return refusal(405, 'method_not_allowed');
  if ((headers.get('sec-fetch-site') ?? headers.get('origin') ?? 'same-origin') !== 'same-origin')
    return refusal(403, 'cross_site');
  if (headers.get('x-enkash-vkyc') !== '1') return refusal(403, 'missing_header');
  if (!url.pathname.endsWith(SESSION)) return refusal(401, 'invalid_session');
  if (method === 'POST' && headers.get('content-type') !== 'application/json')
    return refusal(415, 'unsupported_media_type');
  if (text.length > 16_384) return refusal(413, 'too_large');
  if (text === '{"') return refusal(400, 'bad_request');
  return grant(method === 'POST', now);
}

const JSON_TYPE = { 'Content-Type': 'application/json' };

/** EnKash's answer unchanged, with the link for a click. */
export function grant(isClick: boolean, now: number): Plan {
  const payload = {
    enkashCardId: CARD,
    kycStatus: 'EnumModel(name=MIN_KYC_VERIFIED, label=Min Kyc Verified, description=null)',
    kycSubStatus: 'EnumModel(name=VKYC_IN_PROGRESS, label=VKYC In Progress, description=null)',
    ...(isClick && { kycLink: LINK }),
  };
  const session = { serverTime: new Date(now).toISOString() };
  return {
    status: 200,
    time: now,
    headers: JSON_TYPE,
    body: { code: 0, message: 'Success', payload, session },
  };
}
