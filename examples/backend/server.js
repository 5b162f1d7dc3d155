// A partner's backend with the sandbox: node server.js [folder of static files to serve]
import { createServer } from 'node:http';
import { startSandbox } from 'enkash-vkyc-button/sandbox';
import { createVkycBackend, nodeListener, passwordToken } from 'enkash-vkyc-button/server';
import { servePage } from './serve-page.js';

const { PORT = '4800', ENKASH_PORT = '4801', SIGNZY_PORT = '4802' } = process.env;
const [folder] = process.argv.slice(2);

const sandbox = await startSandbox({ enkashPort: Number(ENKASH_PORT), signzyPort: Number(SIGNZY_PORT) });
const { partnerId, ...login } = sandbox.credentials; // in production from EnKash, through the environment

const vkyc = createVkycBackend({
  enkash: {
    baseUrl: sandbox.enkashOrigin,
    partnerId,
    token: passwordToken({ tokenUrl: sandbox.tokenUrl, ...login }),
    statusUrl: sandbox.statusUrl,
  },
  secret: crypto.randomUUID() + crypto.randomUUID(), // in production the same in every process: openssl rand -base64 32
  schedule: { workingHours: '00:00-24:00', workingDays: 'mon-sun' }, // so that the examples work at any hour
  allowedLinkHosts: '127.0.0.1', // for the sandbox; remove in production
});

/** The card id comes from your sign-in, never from the browser. */
const signedIn = () => 'EKCHUZJWZW';

async function route(request) {
  const { pathname } = new URL(request.url);
  if (pathname === '/vkyc/start' && request.method === 'POST')
    return Response.json(await vkyc.createSession({ enKashCardId: signedIn() }));
  if (pathname.startsWith('/vkyc/') || !folder) return vkyc.handle(request);
  return servePage(folder, pathname);
}

createServer(nodeListener(route)).listen(Number(PORT), '127.0.0.1', () => {
  console.log(`The partner's backend: http://localhost:${PORT}`);
  console.log(`EnKash's stand-in:     ${sandbox.enkashOrigin}`);
});
