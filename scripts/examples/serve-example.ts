import { once } from 'node:events';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { SANDBOX_CREDENTIALS } from '../../src/sandbox/index.js';
import type { Example } from './examples.js';
import { startProgram, type RunningProgram } from './run-program.js';

/** An example that is being served, with the examples' backend. */
export interface ServedExample extends RunningProgram {
  readonly url: string;
  /** Origin of the sandbox's EnKash, which also controls its clock. */
  readonly enkashUrl: string;
}

/** The folders into which the example and the backend were installed. */
export interface Installed {
  readonly example: string;
  readonly backend: string;
}

/**
 * Serves an example on free ports, with a sandbox of its own: its folder through the examples' backend, or its own
 * server next to that backend. @throws when one of them does not start.
 */
export async function serveExample(
  { example, backend }: Installed,
  served: Example['served'],
): Promise<ServedExample> {
  const [port, enkash, signzy, own] = await freePorts();
  const enkashUrl = `http://127.0.0.1:${enkash}`;
  const folder = typeof served === 'string' ? [resolve(join(example, served))] : [];
  const backendServer = await startProgram(['node', 'server.js', ...folder], `http://127.0.0.1:${port}/`, {
    cwd: backend,
    env: { PORT: String(port), ENKASH_PORT: String(enkash), SIGNZY_PORT: String(signzy) },
  });
  if (typeof served === 'string') return { ...backendServer, url: `http://localhost:${port}/`, enkashUrl };
  const url = `http://localhost:${own}/`;
  try {
    const server = await startProgram(served(own), url, {
      cwd: example,
      env: { PORT: String(own), ...enkashSettings(enkashUrl) },
    });
    return {
      url,
      enkashUrl,
      async stop() {
        await Promise.all([server.stop(), backendServer.stop()]);
      },
    };
  } catch (error) {
    await backendServer.stop();
    throw error;
  }
}

/** The environment of an example with a backend of its own. */
function enkashSettings(url: string): Record<string, string> {
  const { partnerId, clientId, username, password, basic } = SANDBOX_CREDENTIALS;
  return {
    ENKASH_URL: url,
    NUXT_ENKASH_URL: url,
    ENKASH_STATUS_URL: `${url}/sandbox/vkyc/status`,
    NUXT_ENKASH_STATUS_URL: `${url}/sandbox/vkyc/status`,
    VKYC_LINK_HOSTS: '127.0.0.1',
    VKYC_HOURS: '00:00-24:00',
    VKYC_DAYS: 'mon tue wed thu fri sat sun',
    ENKASH_PARTNER_ID: partnerId,
    ENKASH_CLIENT_ID: clientId,
    ENKASH_USERNAME: username,
    ENKASH_PASSWORD: password,
    ENKASH_AUTHORIZATION: `Basic ${btoa(`${basic.user}:${basic.password}`)}`,
  };
}

/** Four free ports. All are open at the same time for a moment, so that no two are the same. */
export async function freePorts(): Promise<[number, number, number, number]> {
  const servers = [1, 2, 3, 4].map(() => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => {
    const address = server.address();
    server.close();
    return typeof address === 'object' && address ? address.port : 0;
  });
  const [a = 0, b = 0, c = 0, d = 0] = ports;
  return [a, b, c, d];
}
