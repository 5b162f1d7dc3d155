import { spawn, type ChildProcess } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

/** Where a program runs, and what is added to the environment of this process. */
export interface ProgramOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

const running = new Set<ChildProcess>();

// the whole process group: npm and what it started
const stop = ({ pid }: ChildProcess) => pid !== undefined && process.kill(-pid, 'SIGTERM');

/** Starts a program and collects its output. */
function start(command: string, args: readonly string[], { cwd, env }: ProgramOptions) {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => chunks.push(text));
  const ended = new Promise<number>((resolve) => {
    child.once('error', ({ message }) => chunks.push(message));
    child.once('close', (code) => {
      running.delete(child);
      resolve(code ?? 1);
    });
  });
  return { child, ended, output: () => chunks.join('') };
}

/** Runs a program to its end and returns its output. @throws with the output when it fails. */
export async function runProgram(
  command: string,
  args: readonly string[],
  options: ProgramOptions,
): Promise<string> {
  const { ended, output } = start(command, args, options);
  if ((await ended) !== 0) throw new Error(`${[command, ...args].join(' ')} failed:\n${output()}`);
  return output();
}

/** A program and its arguments. */
type Command = readonly [command: string, ...args: string[]];

/** A program that serves until it is stopped. */
export interface RunningProgram {
  readonly stop: () => Promise<void>;
}

const START_TIMEOUT_MS = 60_000;
/** A development server may compile the page before it prints its address. */
const PRINT_TIMEOUT_MS = 120_000;

/** How to start a server, and how to see that it serves. */
interface Start {
  readonly command: Command;
  readonly isReady: (printed: string) => Promise<boolean>;
  readonly timeoutMs: number;
}

/** Starts a server and waits until its address responds. @throws with the output when it does not. */
export function startProgram(
  command: Command,
  address: string,
  options: ProgramOptions,
): Promise<RunningProgram> {
  const responds = () => fetch(address).then(Boolean, () => false);
  return startUntil({ command, isReady: responds, timeoutMs: START_TIMEOUT_MS }, options);
}

/** A server, and what it has printed. */
export interface PrintingProgram extends RunningProgram {
  readonly printed: () => string;
}

/** Starts a server and waits until it has printed a text. @throws with the output when it does not. */
export function startPrinting(
  command: Command,
  text: RegExp,
  options: ProgramOptions,
): Promise<PrintingProgram> {
  const isReady = (printed: string) => Promise.resolve(text.test(printed));
  return startUntil({ command, isReady, timeoutMs: PRINT_TIMEOUT_MS }, options);
}

async function startUntil(
  { command: [program, ...args], isReady, timeoutMs }: Start,
  options: ProgramOptions,
): Promise<PrintingProgram> {
  const { child, ended, output } = start(program, args, options);
  const printed = () => stripVTControlCharacters(output());
  const deadline = performance.now() + timeoutMs;
  while (!(await isReady(printed()))) {
    if (child.exitCode !== null || performance.now() > deadline)
      throw new Error(`${[program, ...args].join(' ')} did not start to serve:\n${printed()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { printed, stop: () => stopProgram(child, ended) };
}

async function stopProgram(child: ChildProcess, ended: Promise<number>): Promise<void> {
  if (child.exitCode === null) stop(child);
  await ended;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    running.forEach(stop);
    process.exit(130);
  });
