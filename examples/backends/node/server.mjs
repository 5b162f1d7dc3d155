// A partner's backend in Node with node:http and this package's own server: the session endpoint of <enkash-vkyc-button>.
//
// A template to copy into a project that has the package installed. Implement `signedInCard` with your own authentication.
// Settings come from the environment, under the names of docs/backend.md. It listens on this computer only: a TLS proxy in
// front of it must pass Host on.
import { createServer } from 'node:http';
import { createVkycBackend, nodeListener, passwordToken } from 'enkash-vkyc-button/server';

const { env } = process;

/** The EnKash card id of the signed-in customer, from your own session; never from a value that the browser sends. */
const signedInCard = (_request) => env.VKYC_DEMO_CARD;

const vkyc = createVkycBackend({
  enkash: {
    baseUrl: env.ENKASH_URL,
    partnerId: env.ENKASH_PARTNER_ID,
    token: passwordToken({
      tokenUrl: env.ENKASH_TOKEN_URL,
      clientId: env.ENKASH_CLIENT_ID,
      username: env.ENKASH_USERNAME,
      password: env.ENKASH_PASSWORD,
      authorization: env.ENKASH_AUTHORIZATION,
    }),
    statusUrl: env.ENKASH_STATUS_URL, // the path is not public: ask EnKash
    timeoutMs: Number(env.ENKASH_TIMEOUT_MS ?? 10_000),
  },
  secret: env.VKYC_SECRET, // openssl rand -base64 32
  sessionTtlSeconds: Number(env.VKYC_SESSION_SECONDS ?? 900),
  schedule: {
    workingHours: env.VKYC_HOURS ?? '10:00-18:00',
    workingDays: env.VKYC_DAYS ?? 'mon tue wed thu fri',
    holidays: env.VKYC_HOLIDAYS ?? '',
  },
  allowedLinkHosts: env.VKYC_LINK_HOSTS,
});

/** Browsers report it in Sec-Fetch-Site, older ones only in Origin; a client that sends neither is not a browser. */
function isCrossSite({ url, headers }) {
  const site = headers.get('Sec-Fetch-Site');
  const origin = headers.get('Origin');
  if (site !== null) return site !== 'same-origin';
  return origin !== null && origin.split('://')[1] !== new URL(url).host;
}

/** Your own answers, in the form of the backend's. */
const answer = (status, body) => Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } });

async function start(request) {
  if (request.method !== 'POST') return answer(405, { error: { code: 'method_not_allowed' } });
  if (isCrossSite(request)) return answer(403, { error: { code: 'cross_site' } });
  const enKashCardId = signedInCard(request);
  if (!enKashCardId) return answer(401, { error: { code: 'not_signed_in' } });
  return answer(200, await vkyc.createSession({ enKashCardId }));
}

const server = createServer(
  nodeListener((request) =>
    new URL(request.url).pathname === '/vkyc/start' ? start(request) : vkyc.handle(request),
  ),
);
server.listen(Number(env.PORT ?? 3000), '127.0.0.1', () => console.log('Ready.'));

process.once('SIGTERM', async () => {
  server.close(); // no new connections
  await vkyc.stop(); // resolves when every answer has left
  process.exit();
});
