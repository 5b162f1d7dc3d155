import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';

const modules = join(import.meta.dirname, '../node_modules');

const installedVersion = () => {
  const manifest = readFileSync(join(modules, '@sparticuz/chromium/package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
};

/**
 * Unpacks into its own folder, then moves the whole into place, so that a second process never meets half a
 * browser. The package unpacks below the temporary folder and takes whatever `chromium` already lies there for
 * its own: hence a TMPDIR of ours. It adds the system libraries it needs only where it believes to be on Lambda.
 */
const unpackTo = (home: string) => {
  const cache = join(modules, '.cache');
  mkdirSync(cache, { recursive: true });
  const draft = mkdtempSync(join(cache, 'unpacking-'));
  execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`,
    ],
    {
      cwd: modules,
      env: { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
    },
  );
  renameSync(draft, home);
};

/**
 * The headless Chromium of the `@sparticuz/chromium` package, unpacked on first use (about 210 MB, under
 * `node_modules/.cache`). It is built for Linux on x64: undefined anywhere else. It never blocks a popup.
 */
export const unpackChromium = (): string | undefined => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const home = join(modules, `.cache/chromium-${installedVersion()}`);
  const executable = join(home, 'chromium');
  if (!existsSync(executable)) unpackTo(home);
  const libraries = String(spawnSync('ldd', [executable]).stdout);
  if (libraries.includes('not found')) process.env.LD_LIBRARY_PATH = join(home, 'al2023/lib');
  return executable;
};
