import { http } from 'msw/core/http';
import { setupWorker } from 'msw/browser';
import { createSandbox } from '../../src/sandbox/create-sandbox.js';
import { DOCUMENTED_SIGNZY_ORIGIN, SEED_CARD_ID } from '../../src/sandbox/kyc-links.js';
import { bankCalendar } from '../bank-calendar.js';
import { createDemoBackend } from '../demo-backend.js';
import { createPartnerBackend } from '../partner-backend.js';
import { createTimeTravel } from '../time-travel.js';
import { listenToCalls } from './call-events.js';
import { takeEnding } from './last-ending.js';

/** The folder that the site is served from: any, with `/` at its end. */
export const base = new URL('./', document.baseURI);

const LINK = new RegExp(`${DOCUMENTED_SIGNZY_ORIGIN}(/[^"\\\\]+)`, 'g');

/**
 * Starts the partner's backend and the sandbox inside the page, by a service worker below the site's own folder. Nothing is
 * sent to the network. Rejects when the browser allows no service worker.
 */
export async function startMockServers(): Promise<void> {
  const schedule = bankCalendar(Date.now());
  const clock = createTimeTravel(Date.now, schedule);
  const sandbox = createSandbox({ now: clock.now });
  const ending = takeEnding();
  if (ending) sandbox.setStatus(SEED_CARD_ID, ending);

  const secret = crypto.randomUUID() + crypto.randomUUID();
  const backend = createDemoBackend({
    clock,
    schedule,
    createPartner: (current) =>
      createPartnerBackend({
        enkash: sandbox,
        signedIn: SEED_CARD_ID,
        secret,
        schedule: current,
        now: clock.now,
        allowedLinkHosts: location.hostname,
        basePath: `${base.pathname}vkyc/session`,
        fetch: async (input, init) => withCallPage(await sandbox.enkash(new Request(input, init))),
      }),
  });

  listenToCalls(({ path, event }) => {
    void sandbox.signzy(
      new Request(new URL(path.replace(/eMain.*/, 'events'), DOCUMENTED_SIGNZY_ORIGIN), {
        method: 'POST',
        body: event,
      }),
    );
  });

  const at = (path: string) => base.href + path;
  const worker = setupWorker(
    http.all(at('vkyc/session/*'), ({ request }) => backend(request)),
    http.all(at('demo/:name'), async ({ request }) => backend(await atRoot(request))),
    http.post(at('sandbox/*'), async ({ request }) => {
      const path = request.url.slice(base.href.length);
      const { headers, method } = request;
      return sandbox.enkash(
        new Request(`${sandbox.enkashOrigin}/${path}`, { method, headers, body: await request.text() }),
      );
    }),
  );
  await worker.start({
    quiet: true,
    onUnhandledRequest: 'bypass',
    serviceWorker: { url: at('mockServiceWorker.js'), options: { scope: base.pathname } },
  });
}

/** The same request without the folder of the site, which the backend does not know. */
async function atRoot(request: Request): Promise<Request> {
  const { headers, method } = request;
  return new Request(new URL(`/${request.url.slice(base.href.length)}`, base), {
    method,
    headers,
    ...(method === 'POST' && { body: await request.text() }),
  });
}

/** Replaces the link to Signzy by one to the site's own page of the call. */
async function withCallPage(response: Response): Promise<Response> {
  const { status, headers } = response;
  const text = (await response.text()).replace(
    LINK,
    (_, path: string) => `${base.href}demo/site/call.html?to=${encodeURIComponent(path)}`,
  );
  return new Response(status === 204 ? null : text, { status, headers });
}
