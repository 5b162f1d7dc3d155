import type { ScheduleSettings } from '../src/hours/schedule.js';
import type { Sandbox } from '../src/sandbox/index.js';
import { createVkycBackend, passwordToken } from '../src/server/index.js';

/** The settings of the partner's backend; in production they come from the environment. */
export interface PartnerSettings {
  readonly enkash: Pick<Sandbox, 'enkashOrigin' | 'tokenUrl' | 'statusUrl' | 'credentials'>;
  /** The EnKash card id of the customer who is signed in; in production it comes from the partner's own sign-in. */
  readonly signedIn: string;
  readonly secret: string;
  /** EnKash's opening hours; defaults to the documented ones. */
  readonly schedule?: ScheduleSettings;
  /** The demo's clock; a real backend leaves it out. */
  readonly now: () => number;
  /** The host of the sandbox's Signzy; this computer by default. A real backend leaves it out. */
  readonly allowedLinkHosts?: string;
  /** See `createVkycBackend()`. */
  readonly basePath?: string;
  /** Replaces the global `fetch` where EnKash is in the same process. */
  readonly fetch?: typeof globalThis.fetch;
}

/** Everything that a partner writes: the settings, and one route that opens a session for the customer who is signed in. */
export function createPartnerBackend({
  enkash,
  signedIn,
  secret,
  schedule = {},
  now,
  allowedLinkHosts = '127.0.0.1', // the sandbox's Signzy; leave this line out in production
  basePath = '/vkyc/session',
  fetch = globalThis.fetch,
}: PartnerSettings) {
  const { partnerId, ...login } = enkash.credentials;
  const vkyc = createVkycBackend({
    enkash: {
      baseUrl: enkash.enkashOrigin,
      partnerId,
      token: passwordToken({ tokenUrl: enkash.tokenUrl, ...login, now, fetch }),
      statusUrl: enkash.statusUrl,
    },
    secret,
    schedule,
    allowedLinkHosts,
    basePath,
    fetch,
    now,
  });

  return async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (request.method === 'POST' && pathname === '/demo/session')
      return Response.json(await vkyc.createSession({ enKashCardId: signedIn }));
    return vkyc.handle(request);
  };
}
