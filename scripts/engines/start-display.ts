import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { requirePath } from '../requirements.js';

/** A display without a screen, for a browser that has no headless mode. */
export interface RunningDisplay {
  /** Its name, for the variable `DISPLAY`. */
  readonly name: string;
  stop(): Promise<void>;
}

/**
 * Without a window manager the focus is where the pointer is: in the middle of the screen. On a screen of this size every
 * window of a test contains that point.
 */
const SCREEN = '800x600x24';

/** Starts an X server in memory, on a display number that is free. */
export async function startDisplay(): Promise<RunningDisplay> {
  const server = spawn(
    requirePath('xvfb'),
    ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const exited = once(server, 'exit').then(() => {
    throw new Error('Xvfb ended before it had a display.');
  });
  const number = await Promise.race([firstLine(server.stdio[3] as Readable), exited]);
  return {
    name: `:${number}`,
    async stop() {
      server.kill();
      await exited.catch(() => undefined);
    },
  };
}

async function firstLine(stream: Readable): Promise<string> {
  let text = '';
  for await (const chunk of stream) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return text.trim();
}
