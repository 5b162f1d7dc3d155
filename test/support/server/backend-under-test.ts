import {
  createVkycBackend,
  type BackendEvent,
  type VkycBackend,
  type VkycBackendOptions,
} from '../../../src/server/index.js';
import { CARD_ID, TOKEN } from './fake-enkash.js';

/** The origin of every request by default. */
export const PAGE = 'https://shop.example';

/** Monday, 23 November 2026, 11:00 in India: open. */
export const OPEN = Date.parse('2026-11-23T05:30:00Z');

/** Monday, 23 November 2026, 20:00 in India: closed until Tuesday at 10:00. */
export const CLOSED = Date.parse('2026-11-23T14:30:00Z');

/** The secret of every backend under test. */
export const SECRET = 'PLANTED-SECRET-of-more-than-32-characters';

/** A clock that stands still until a test moves it. */
export interface TestClock {
  instant: number;
  readonly now: () => number;
}

/** A clock that stands at `instant`. */
export function clockAt(instant: number): TestClock {
  const clock: TestClock = { instant, now: () => clock.instant };
  return clock;
}

/** Changes to the options of a backend under test. */
export type Overrides = Partial<Omit<VkycBackendOptions, 'enkash'>> & {
  readonly enkash?: Partial<VkycBackendOptions['enkash']>;
};

/** A backend that calls `baseUrl`, its clock and its events. */
export function backendFor(baseUrl: string, { enkash, ...options }: Overrides = {}) {
  const clock = clockAt(OPEN);
  const events: BackendEvent[] = [];
  const backend = createVkycBackend({
    enkash: { baseUrl, partnerId: 'CRM338L2H', token: () => Promise.resolve(TOKEN), ...enkash },
    secret: SECRET,
    now: clock.now,
    onEvent: (event) => events.push(event),
    ...options,
  });
  return { backend, clock, events };
}

/** A fresh session's endpoint. */
export async function endpointOf(backend: VkycBackend, enKashCardId = CARD_ID): Promise<string> {
  return (await backend.createSession({ enKashCardId })).endpoint;
}

/** The element's request to an endpoint, with changes. A header that is null is removed. */
export function request(
  endpoint: string,
  method: string,
  { headers = {}, body }: { readonly headers?: Record<string, string | null>; readonly body?: BodyInit } = {},
): Request {
  const all: Record<string, string | null> = {
    'X-Enkash-Vkyc': '1',
    'Sec-Fetch-Site': 'same-origin',
    ...(method === 'POST' && { 'Content-Type': 'application/json' }),
    ...headers,
  };
  const sent = Object.entries(all).filter((header): header is [string, string] => header[1] !== null);
  return new Request(PAGE + endpoint, {
    method,
    headers: sent,
    ...(method === 'POST' && { body: body ?? '{}', duplex: 'half' }),
  });
}

/** An answer, reduced to what tests read. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Body;
}

/** The members that an answer may have. */
export interface Body {
  readonly code?: number;
  readonly message?: string;
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly session?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly code: string; readonly retryAfter?: number; readonly opensAt?: string };
}

/** Sends a request straight to the handler and reads the answer. */
export async function send(backend: VkycBackend, ...args: Parameters<typeof request>): Promise<Answered> {
  return read(await backend.handle(request(...args)));
}

/** Reads an answer to its end. */
export async function read(response: Response): Promise<Answered> {
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: (text === '' ? {} : JSON.parse(text)) as Body,
  };
}
