import type { Sandbox } from './sandbox.js';

/** The part of MSW's `http` that is used. It is passed in, so that the sandbox works where MSW is not installed. */
export interface MswHttp<Handler> {
  all(path: string, resolver: (call: { request: Request }) => Promise<Response>): Handler;
}

/**
 * The sandbox as MSW handlers, for `setupWorker()` in a browser and `setupServer()` in Node.
 *
 * @example
 * import { http } from 'msw';
 * import { setupServer } from 'msw/node';
 *
 * const server = setupServer(...mswHandlers(createSandbox(), http));
 * server.listen();
 */
export function mswHandlers<Handler>(sandbox: Sandbox, http: MswHttp<Handler>): Handler[] {
  return [
    http.all(`${sandbox.enkashOrigin}/*`, ({ request }) => sandbox.enkash(request)),
    http.all(`${sandbox.signzyOrigin}/*`, ({ request }) => sandbox.signzy(request)),
  ];
}
