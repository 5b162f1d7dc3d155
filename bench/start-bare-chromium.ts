import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canUseSandbox, quietFlags } from '../scripts/chromium-flags.js';
import { requirePath } from '../scripts/requirements.js';
import type { CleanupScope } from '../test/support/browser/cleanup-scope.js';

/**
 * Opens a page in a Chromium without automation, which holds each new window for tens of milliseconds. It may open windows
 * without a gesture. It ends with the scope.
 */
export async function startBareChromium(scope: CleanupScope, url: string): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'vkyc-bench-'));
  scope.after(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }));
  const flags = [
    ...quietFlags,
    ...(canUseSandbox ? [] : ['--no-sandbox']),
    '--headless',
    '--disable-popup-blocking',
    `--user-data-dir=${profile}`,
  ];
  const chromium = spawn(requirePath('chromium'), [...flags, url], { stdio: 'ignore' });
  scope.after(
    () =>
      new Promise((resolve) => {
        chromium.once('exit', () => resolve());
        chromium.kill();
      }),
  );
}
