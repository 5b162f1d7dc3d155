import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFont } from './find-font.js';

const modules = join(import.meta.dirname, '../node_modules');

const installedVersion = () => {
  const manifest = readFileSync(join(modules, '@sparticuz/chromium/package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
};

/** For fontconfig: the font of the package alone. */
const FONT_SETTINGS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/**
 * Unpacks into a folder of its own and then renames it, so that a second process never finds half a browser. The
 * package unpacks into the temporary folder and uses a `chromium` that is already there, so it gets a TMPDIR of its own.
 * It unpacks the system libraries only where it detects AWS Lambda.
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
  writeFileSync(join(draft, 'fonts.conf'), FONT_SETTINGS);
  renameSync(draft, home);
};

const starts = (executable: string) => spawnSync(executable, ['--version']).status === 0;

let unpacked: { readonly executable: string | undefined } | undefined;

/**
 * The headless Chromium of the `@sparticuz/chromium` package, unpacked on first use (about 210 MB, in
 * `node_modules/.cache`). It is built for Linux on x64 and never blocks a popup. Undefined where it does not start.
 *
 * What the system lacks for it, the environment of this process then names: libraries and fonts of the package.
 */
export function unpackChromium(): string | undefined {
  unpacked ??= { executable: unpackAndCheck() };
  return unpacked.executable;
}

function unpackAndCheck(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const home = join(modules, `.cache/headless-chromium-${installedVersion()}`);
  const executable = join(home, 'chromium');
  if (!existsSync(join(home, 'fonts.conf'))) unpackTo(home);
  // without any font, text has no width
  if (findFont(/./) === undefined) process.env.FONTCONFIG_FILE = join(home, 'fonts.conf');
  if (starts(executable)) return executable;
  process.env.LD_LIBRARY_PATH = join(home, 'al2023/lib');
  return starts(executable) ? executable : undefined;
}
