import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Measurement } from './measurement.js';

const SESSIONS = 10_000;
const MAX_MIB = 100;
const MIB = 1_048_576;

/** The memory of 10,000 sessions with their links in a process of their own. */
export async function measureSessions(): Promise<Measurement> {
  const child = fork(fileURLToPath(new URL('sessions-process.ts', import.meta.url)), [String(SESSIONS)], {
    execArgv: ['--expose-gc', '--import', 'tsx'],
  });
  const [{ growth, rss }] = (await once(child, 'message')) as [
    { readonly growth: number; readonly rss: number },
  ];
  const mib = (bytes: number) => Math.round(bytes / MIB);
  return {
    name: `${SESSIONS.toLocaleString('en')} sessions with their links`,
    measured: `${mib(growth)} MiB (the whole process, Node included: ${mib(rss)} MiB)`,
    required: `< ${MAX_MIB} MiB`,
    met: growth < MAX_MIB * MIB,
  };
}
