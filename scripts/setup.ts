/**
 * `npm run setup`: installs what `npm test` needs besides npm packages, where it can, and else prints the line that
 * does. With `CI=true` it ends with 1 when something is still missing.
 */
import { requirementsOf } from './requirements.js';
import { setUp } from './set-up.js';
import { thisMachine } from './this-machine.js';

process.exitCode = setUp(requirementsOf('npm test'), thisMachine());
