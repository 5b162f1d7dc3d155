import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { requirePath } from '../../../scripts/requirements.js';
import type { EnkashCredentials } from '../../../src/sandbox/index.js';

/** EnKash's origin and credentials, and the card of the signed-in customer. */
export interface PythonBackendSettings {
  readonly enkashOrigin: string;
  readonly tokenUrl: string;
  readonly credentials: EnkashCredentials;
  readonly card: string;
  /** Further environment variables. */
  readonly env?: Readonly<Record<string, string>>;
}

const ALWAYS_OPEN = { VKYC_HOURS: '00:00-24:00', VKYC_DAYS: 'mon tue wed thu fri sat sun' };

/** Starts examples/backends/python/backend.py on a free port of loopback, open at all hours by default. */
export async function startPythonBackend({
  enkashOrigin,
  tokenUrl,
  credentials,
  card,
  env = {},
}: PythonBackendSettings) {
  const { partnerId, clientId, username, password, basic } = credentials;
  const port = await freePort();
  const child = spawn(
    requirePath('python'),
    [join(import.meta.dirname, '../../../examples/backends/python/backend.py')],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        PYTHONDONTWRITEBYTECODE: '1',
        PORT: String(port),
        ENKASH_URL: enkashOrigin,
        ENKASH_PARTNER_ID: partnerId,
        ENKASH_TOKEN_URL: tokenUrl,
        ENKASH_CLIENT_ID: clientId,
        ENKASH_USERNAME: username,
        ENKASH_PASSWORD: password,
        ENKASH_AUTHORIZATION: `Basic ${btoa(`${basic.user}:${basic.password}`)}`,
        VKYC_DEMO_CARD: card,
        ...ALWAYS_OPEN,
        ...env,
      },
    },
  );
  const ended = once(child, 'exit');
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  await Promise.race([
    once(child.stdout, 'data'),
    ended.then(() => assert.fail(`backend.py ended before it was ready: ${errors}`)),
  ]);
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    /** Its standard error so far. */
    errors: () => errors,
    /** The endpoint of a fresh session, as a page of the partner gets it. */
    openSession: async () => {
      const response = await fetch(`${origin}/vkyc/start`, { method: 'POST' });
      assert.equal(response.status, 200);
      return origin + ((await response.json()) as { readonly endpoint: string }).endpoint;
    },
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}

/** A running backend.py. */
export type PythonBackend = Awaited<ReturnType<typeof startPythonBackend>>;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
