import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { EnkashCredentials } from '../../../src/sandbox/index.js';

/** EnKash's origin and credentials, and the card of the signed-in customer. */
export interface BackendSettings {
  readonly enkashOrigin: string;
  readonly tokenUrl: string;
  readonly credentials: EnkashCredentials;
  readonly card: string;
  /** Further environment variables. */
  readonly env?: Readonly<Record<string, string>>;
}

/** The program of a backend of examples/backends. */
export interface BackendProgram {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
}

/** A running backend of examples/backends. */
export interface BackendProcess {
  readonly origin: string;
  /** What it has written to its standard output and its standard error. */
  readonly output: () => { readonly stdout: string; readonly stderr: string };
  /** The endpoint of a fresh session, as a page of the partner gets it. */
  readonly openSession: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

const ALWAYS_OPEN = { VKYC_HOURS: '00:00-24:00', VKYC_DAYS: 'mon tue wed thu fri sat sun' };
const POLL_MS = 20;

/**
 * Starts a backend of examples/backends on a free port of loopback, open at all hours by default, and waits until it answers.
 * @throws with what it printed when it ends before
 */
export async function startBackendProcess(
  { command, args, cwd }: BackendProgram,
  { enkashOrigin, tokenUrl, credentials, card, env = {} }: BackendSettings,
): Promise<BackendProcess> {
  const { partnerId, clientId, username, password, basic } = credentials;
  const port = await freePort();
  const child = spawn(command, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
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
  });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => (output[name] += text));
  const ended = once(child, 'close');
  const origin = `http://127.0.0.1:${port}`;
  while (!(await fetch(origin).then(Boolean, () => false))) {
    if (child.exitCode !== null) {
      await ended;
      assert.fail(`The backend ended before it answered: ${output.stderr}`);
    }
    await delay(POLL_MS);
  }
  return {
    origin,
    output: () => output,
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

/** A port of loopback that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
