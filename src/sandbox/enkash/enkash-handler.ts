import type { Route } from '../faults.js';
import type { World } from '../sandbox-state.js';
import { failure } from './envelope.js';
import { linkCall, statusCall } from './partner-calls.js';
import { spoiledAnswer } from './fault-response.js';
import { tokenCall } from './token-call.js';

/** Where each call lives. The first two are EnKash's documented paths; the third is the sandbox's own. */
export const ENKASH_PATHS: Readonly<Record<Route, string>> = {
  token: '/oauth/token',
  link: '/api/v0/partner/enKashCard/vkyc/link',
  status: '/sandbox/vkyc/status',
};

/** EnKash's answer to a partner's backend: latency first, then whatever fault is due, then the call itself. */
export async function answerAsEnkash(world: World, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const route = routeAt(url.pathname);
  if (route === undefined) return failure(404);
  if (request.method !== (route === 'token' ? 'POST' : 'GET')) return failure(405);

  const enKashCardId = url.searchParams.get('enKashCardId');
  world.calls[route] += 1;
  if (world.settings.latencyMs > 0) await world.pause(world.settings.latencyMs, request.signal);

  const healthy = (): Promise<Response> => call(world, route, request, enKashCardId);
  const fault = world.faults.take(route, enKashCardId);
  return fault === null ? healthy() : spoiledAnswer(fault, healthy, world.pause, request.signal);
}

const routeAt = (pathname: string): Route | undefined =>
  (['token', 'link', 'status'] as const).find((route) => ENKASH_PATHS[route] === pathname);

async function call(
  world: World,
  route: Route,
  request: Request,
  enKashCardId: string | null,
): Promise<Response> {
  switch (route) {
    case 'token':
      return tokenCall(world, request);
    case 'link':
      return linkCall(world, request, enKashCardId);
    case 'status':
      return statusCall(world, request, enKashCardId);
  }
}
