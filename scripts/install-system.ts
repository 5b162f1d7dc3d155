/**
 * The first stage of `npm test`: names the browsers that the tests will drive, and the other programs they start. With
 * `CI=true` it first installs what is missing with apt (Debian, as root) and fails where a developer's machine would
 * make do.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { findChromium, findFirefox, findFullChromium } from './find-browser.js';
import { findRedis } from './find-redis.js';

const hasPython = () => spawnSync('python3', ['--version']).status === 0;

const hasPackage = (name: string) => spawnSync('dpkg', ['--status', name]).status === 0;

const apt = (...args: string[]) =>
  execFileSync('apt-get', ['--yes', '--quiet', '--no-install-recommends', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: 'inherit',
  });

if (process.env.CI) {
  const missing = [
    ...(findFullChromium() ? [] : ['chromium']),
    ...(findFirefox() ? [] : ['firefox-esr']),
    ...(hasPackage('fonts-noto-core') ? [] : ['fonts-noto-core']),
    ...(findRedis() ? [] : ['redis-server']),
    ...(hasPython() ? [] : ['python3']),
  ];
  if (missing.length > 0) {
    apt('update');
    apt('install', ...missing);
  }
  if (!findFullChromium() || !findFirefox()) {
    throw new Error(
      'CI needs a complete Chromium and Firefox, and apt installed neither. See the output above.',
    );
  }
  if (!findRedis() || !hasPython())
    throw new Error('CI needs redis-server and python3, and apt did not install them. See the output above.');
}

console.log(`Chromium: ${findChromium()}`);
console.log(`Firefox: ${findFirefox() ?? 'not found, so its tests are left to CI'}`);
console.log(`Redis: ${findRedis() ?? 'not found, so its tests are left to CI'}`);
console.log(
  `Python: ${hasPython() ? 'python3' : 'python3 not found, so the tests of demo/backends will fail'}`,
);
