/** A partner's process that ends as soon as `stop()` resolves: settings as JSON in, `{ port }` out, any message stops it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createVkycBackend, nodeListener } from '../../../src/server/index.js';
import { OPEN, SECRET } from './backend-under-test.js';
import { TOKEN } from './fake-enkash.js';

/** The first argument, as JSON. */
export interface StoppingProcessSettings {
  readonly enkashUrl: string;
  /** Whether the partner's own route calls the backend with a request and an answer of its own. */
  readonly isWrapped: boolean;
}

const { enkashUrl, isWrapped } = JSON.parse(process.argv[2] ?? '') as StoppingProcessSettings;
const vkyc = createVkycBackend({
  enkash: { baseUrl: enkashUrl, partnerId: 'CRM338L2H', token: () => Promise.resolve(TOKEN) },
  secret: SECRET,
  now: () => OPEN,
});

async function wrapped(request: Request): Promise<Response> {
  const { body, status, headers } = await vkyc.handle(new Request(request));
  return new Response(body, { status, headers });
}

const server = createServer(nodeListener(isWrapped ? wrapped : vkyc.handle));
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.once('message', () => {
  server.close();
  vkyc.stop().then(() => process.exit(), () => process.exit(1));
  process.send?.('stopping');
});
