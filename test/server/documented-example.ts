import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { readText, root, section, snippets } from '../support/markdown.js';

const page = readText('docs/backend.md');

/** The JavaScript that docs/backend.md shows under a heading, in order. */
export const documented = (heading: string): string[] => snippets(section(page, heading), 'js');

/** The `vkyc.js` that docs/backend.md begins with. */
export const [documentedBackend = ''] = snippets(page, 'js');

/** A program that listens. */
export interface RunningExample {
  readonly origin: string;
  stop(): Promise<void>;
}

/** A folder inside the package, so that the package's own name leads to what is built. */
export async function writeExample(files: Readonly<Record<string, string>>): Promise<string> {
  const cache = join(root, '.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'example-'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

/** Runs a program at a fixed time on a free port of loopback, until it says that it is ready. */
export async function runExample(
  folder: string,
  main: string,
  env: Readonly<Record<string, string>>,
  instant: number,
): Promise<RunningExample> {
  const port = String(await freePort());
  const clock = `data:text/javascript,Date.now=()=>${instant}`;
  const child = spawn(process.execPath, ['--import', clock, join(folder, main)], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...env, PORT: port, INSTANT: String(instant) },
  });
  const ended = once(child, 'exit');
  await Promise.race([
    once(child.stdout, 'data'),
    ended.then(([code]) => {
      throw new Error(`${main} ended with code ${String(code)} before it was ready.`);
    }),
  ]);
  return {
    origin: `http://localhost:${port}`,
    stop: async () => {
      child.kill();
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
