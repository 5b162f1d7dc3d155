/**
 * `npm run setup`: installs what `npm test` needs besides npm packages, where it can, and else prints the line that
 * does. With `CI=true` it ends with 1 when something is still missing.
 */
import { spawnSync } from 'node:child_process';
import { isCI } from './is-ci.js';
import { isRoot } from './is-root.js';
import { isDebian, requirement, requirementsOf } from './requirements.js';
import { setUp } from './set-up.js';

process.exitCode = setUp(requirementsOf('npm test'), {
  isCI: isCI(),
  isDebian: isDebian(),
  isRoot,
  find: (name) => requirement(name).find(),
  // what apt prints is the progress of this command
  run: (command, ...args) => spawnSync(command, args, { stdio: 'inherit' }).status === 0,
  print: (line) => console.log(line),
});
