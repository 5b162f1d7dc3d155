import { spawn, type ChildProcess } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

/** How a script ended, with all that it wrote. */
export interface Outcome {
  readonly ok: boolean;
  readonly output: string;
}

/** While a script runs, its last line of output at regular times. */
export interface Progress {
  readonly everyMs: number;
  readonly onProgress: (lastLine: string) => void;
}

const onWindows = process.platform === 'win32';
const running = new Set<ChildProcess>();

const stop = (child: ChildProcess) => {
  // the whole process group: npm, the runner and its browsers
  if (child.pid !== undefined && !onWindows) process.kill(-child.pid, 'SIGTERM');
  else child.kill();
};

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    running.forEach(stop);
    process.exit(130);
  });
}

const lastLine = (output: string) =>
  stripVTControlCharacters(output.slice(-1_000)).trimEnd().split('\n').at(-1)?.trim() ?? '';

/** Runs a script of package.json to its end and collects its output. */
export const runNpmScript = (name: string, { everyMs, onProgress }: Progress): Promise<Outcome> =>
  new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', name], {
      detached: !onWindows,
      shell: onWindows,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    let output = '';
    const collect = (text: string) => (output += text);
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    const progress = setInterval(() => onProgress(lastLine(output)), everyMs);
    child.once('error', ({ message }) => {
      clearInterval(progress);
      resolve({ ok: false, output: message });
    });
    child.once('close', (code) => {
      clearInterval(progress);
      running.delete(child);
      resolve({ ok: code === 0, output });
    });
  });
