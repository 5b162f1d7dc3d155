import { once } from 'node:events';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { SANDBOX_CREDENTIALS } from '../../src/sandbox/index.js';
import type { Example } from './examples.js';
import { startProgram, type RunningProgram } from './run-program.js';

/** An example on the air, with the examples' backend beside it. */
export interface ServedExample extends RunningProgram {
  readonly url: string;
}

/** The folders in which things were installed. */
export interface Installed {
  readonly example: string;
  readonly backend: string;
}

/**
 * Serves an example with stand-ins for EnKash and Signzy of its own, on free ports: a folder through the examples'
 * backend, and a server of its own beside it. @throws when one of them does not come up.
 */
export async function serveExample(
  { example, backend }: Installed,
  served: Example['served'],
): Promise<ServedExample> {
  const [port, enkash, signzy, own] = await freePorts();
  const folder = typeof served === 'string' ? [resolve(join(example, served))] : [];
  const stands = await startProgram(['node', 'server.js', ...folder], `http://127.0.0.1:${port}/`, {
    cwd: backend,
    env: { PORT: String(port), ENKASH_PORT: String(enkash), SIGNZY_PORT: String(signzy) },
  });
  if (typeof served === 'string') return { ...stands, url: `http://localhost:${port}/` };
  const url = `http://localhost:${own}/`;
  try {
    const server = await startProgram(served(own), url, {
      cwd: example,
      env: { PORT: String(own), ...enkashSettings(`http://127.0.0.1:${enkash}`) },
    });
    return {
      url,
      async stop() {
        await Promise.all([server.stop(), stands.stop()]);
      },
    };
  } catch (error) {
    await stands.stop();
    throw error;
  }
}

/** What an example with a backend of its own reads from the environment. */
function enkashSettings(url: string): Record<string, string> {
  const { partnerId, clientId, username, password, basic } = SANDBOX_CREDENTIALS;
  return {
    ENKASH_URL: url,
    NUXT_ENKASH_URL: url,
    ENKASH_STATUS_URL: `${url}/sandbox/vkyc/status`,
    NUXT_ENKASH_STATUS_URL: `${url}/sandbox/vkyc/status`,
    ENKASH_PARTNER_ID: partnerId,
    ENKASH_CLIENT_ID: clientId,
    ENKASH_USERNAME: username,
    ENKASH_PASSWORD: password,
    ENKASH_AUTHORIZATION: `Basic ${btoa(`${basic.user}:${basic.password}`)}`,
  };
}

/** Four ports that are free now, held together for a moment so that no two are the same. */
async function freePorts(): Promise<[number, number, number, number]> {
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
