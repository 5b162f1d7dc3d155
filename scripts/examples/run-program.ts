import { spawn, type ChildProcess } from 'node:child_process';

/** Where a program runs, and with what beside this process's own environment. */
export interface Surroundings {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

const running = new Set<ChildProcess>();

// the whole group: npm and what it started
const stop = ({ pid }: ChildProcess) => pid !== undefined && process.kill(-pid, 'SIGTERM');

/** Starts a program; `output` collects what it says. */
function start(command: string, args: readonly string[], { cwd, env }: Surroundings) {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => said.push(text));
  const ended = new Promise<number>((resolve) => {
    child.once('error', ({ message }) => said.push(message));
    child.once('close', (code) => {
      running.delete(child);
      resolve(code ?? 1);
    });
  });
  return { child, ended, output: () => said.join('') };
}

/** Runs a program to its end, and answers what it wrote. @throws with that, when it fails. */
export async function runProgram(
  command: string,
  args: readonly string[],
  around: Surroundings,
): Promise<string> {
  const { ended, output } = start(command, args, around);
  if ((await ended) !== 0) throw new Error(`${[command, ...args].join(' ')} failed:\n${output()}`);
  return output();
}

/** A program that serves until it is stopped. */
export interface RunningProgram {
  readonly stop: () => Promise<void>;
}

const PATIENCE_MS = 60_000;

/** Starts a server, and waits until its address answers. @throws with what it wrote, when it does not. */
export async function startProgram(
  [command, ...args]: readonly [command: string, ...args: string[]],
  address: string,
  around: Surroundings,
): Promise<RunningProgram> {
  const { child, ended, output } = start(command, args, around);
  const deadline = performance.now() + PATIENCE_MS;
  const answers = () => fetch(address).then(Boolean, () => false);
  while (!(await answers())) {
    if (child.exitCode !== null || performance.now() > deadline)
      throw new Error(`${command} did not serve:\n${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    async stop() {
      if (child.exitCode === null) stop(child);
      await ended;
    },
  };
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    running.forEach(stop);
    process.exit(130);
  });
