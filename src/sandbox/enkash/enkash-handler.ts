import { ROUTES, type Route } from '../faults.js';
import type { SandboxState } from '../sandbox-state.js';
import { failure } from './envelope.js';
import { faultResponse } from './fault-response.js';
import { cardIdOf, linkCall, statusCall } from './partner-calls.js';
import { tokenCall } from './token-call.js';

/** The path of each call. The first two are documented by EnKash; the third is specific to the sandbox. */
export const ENKASH_PATHS: Readonly<Record<Route, string>> = {
  token: '/oauth/token',
  link: '/api/v0/partner/enKashCard/vkyc/link',
  status: '/sandbox/vkyc/status',
};

const CALLS: Readonly<
  Record<Route, (state: SandboxState, request: Request) => Response | Promise<Response>>
> = { token: tokenCall, link: linkCall, status: statusCall };

/** EnKash's answer to a partner's backend: first the latency, then a pending fault or the call itself. */
export async function answerAsEnkash(state: SandboxState, request: Request): Promise<Response> {
  const route = routeOf(new URL(request.url).pathname);
  if (route === undefined) return failure(404);
  if (request.method !== (route === 'token' ? 'POST' : 'GET')) return failure(405);

  const { settings, pause, faults, calls } = state;
  calls[route] += 1;
  if (settings.latencyMs > 0) await pause(settings.latencyMs, request.signal);

  const answer = async () => CALLS[route](state, request);
  const fault = faults.next(route, cardIdOf(request));
  return fault === null ? answer() : faultResponse({ fault, answer, pause, signal: request.signal });
}

const routeOf = (pathname: string): Route | undefined =>
  ROUTES.find((route) => ENKASH_PATHS[route] === pathname);
