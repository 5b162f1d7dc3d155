import { spawnSync } from 'node:child_process';
import { isCI } from './is-ci.js';
import { isRoot } from './is-root.js';
import { isDebian, requirement } from './requirements.js';
import type { Machine } from './set-up.js';

/** The machine that runs this process. */
export const thisMachine = (): Machine => ({
  isCI: isCI(),
  isDebian: isDebian(),
  isRoot,
  find: (name) => requirement(name).find(),
  // what apt prints is the progress of this command
  run: (command, ...args) => spawnSync(command, args, { stdio: 'inherit' }).status === 0,
  print: (line) => console.log(line),
});
