import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { root } from '../support/markdown.js';

/** How a script ended. */
export interface ScriptRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** The last line of its output. */
  readonly last: string;
}

/** How a script is run. */
export interface RunOptions {
  readonly args?: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a file of scripts/ in a process of its own, which inherits neither `CI` nor this test run. */
export function runScript(file: string, { args = [], cwd = root, env = {} }: RunOptions = {}): ScriptRun {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !['CI', 'NODE_TEST_CONTEXT'].includes(name),
  );
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), join(root, 'scripts', file), ...args],
    { cwd, env: { ...Object.fromEntries(inherited), ...env }, encoding: 'utf8' },
  );
  return { code: status, out: stdout, err: stderr, last: stdout.trimEnd().split('\n').at(-1) ?? '' };
}

/** An empty folder that is deleted after the test. */
export function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'vkyc-scripts-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** A `PATH` with Node and nothing else. */
export function barePath(t: TestContext): string {
  const folder = temporaryFolder(t);
  symlinkSync(process.execPath, join(folder, 'node'));
  return folder;
}
