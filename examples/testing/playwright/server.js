// Your own server; here the smallest one. In tests its EnKash is the sandbox, which the tests control over HTTP.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { startSandbox } from 'enkash-vkyc-button/sandbox';
import { createVkycBackend, nodeListener } from 'enkash-vkyc-button/server';

const { PORT = '3000', ENKASH_PORT = '4801', SIGNZY_PORT = '4802' } = process.env;
const sandbox = await startSandbox({ enkashPort: Number(ENKASH_PORT), signzyPort: Number(SIGNZY_PORT) });
const vkyc = createVkycBackend({ ...sandbox.backendSettings, secret: crypto.randomUUID() });
const script = await readFile('node_modules/enkash-vkyc-button/dist/cdn/enkash-vkyc-button.js');

const page = (endpoint) => `<!doctype html>
<html lang="en">
<title>Raise your limit</title>
<script type="module" src="/enkash-vkyc-button.js"></script>
<enkash-vkyc-button session-endpoint="${endpoint}" allowed-link-hosts="127.0.0.1"></enkash-vkyc-button>`;

async function answer(request) {
  const { pathname } = new URL(request.url);
  if (pathname === '/enkash-vkyc-button.js')
    return new Response(script, { headers: { 'Content-Type': 'text/javascript' } });
  if (pathname !== '/') return vkyc.handle(request);
  const { endpoint } = await vkyc.createSession({ enKashCardId: 'EKCHUZJWZW' });
  return new Response(page(endpoint), { headers: { 'Content-Type': 'text/html' } });
}

createServer(nodeListener(answer)).listen(Number(PORT));
