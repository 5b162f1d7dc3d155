import type { Route } from '../faults.js';
import type { SandboxState } from '../sandbox-state.js';
import { failure } from './envelope.js';
import { faultResponse } from './fault-response.js';
import { linkCall, statusCall } from './partner-calls.js';
import { tokenCall } from './token-call.js';

/** The path of each call. The first two are documented by EnKash; the third is specific to the sandbox. */
export const ENKASH_PATHS: Readonly<Record<Route, string>> = {
  token: '/oauth/token',
  link: '/api/v0/partner/enKashCard/vkyc/link',
  status: '/sandbox/vkyc/status',
};

/** EnKash's answer to a partner's backend: first the latency, then a pending fault or the call itself. */
export async function answerAsEnkash(state: SandboxState, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const route = routeOf(url.pathname);
  if (route === undefined) return failure(404);
  if (request.method !== (route === 'token' ? 'POST' : 'GET')) return failure(405);

  const enKashCardId = url.searchParams.get('enKashCardId');
  const { settings, pause, faults, calls } = state;
  calls[route] += 1;
  if (settings.latencyMs > 0) await pause(settings.latencyMs, request.signal);

  const answer = () => answerCall(state, request, { route, enKashCardId });
  const fault = faults.next(route, enKashCardId);
  return fault === null ? answer() : faultResponse({ fault, answer, pause, signal: request.signal });
}

const routeOf = (pathname: string): Route | undefined =>
  (['token', 'link', 'status'] as const).find((route) => ENKASH_PATHS[route] === pathname);

async function answerCall(
  state: SandboxState,
  request: Request,
  { route, enKashCardId }: { readonly route: Route; readonly enKashCardId: string | null },
): Promise<Response> {
  switch (route) {
    case 'token':
      return tokenCall(state, request);
    case 'link':
      return linkCall(state, request, enKashCardId);
    case 'status':
      return statusCall(state, request, enKashCardId);
  }
}
