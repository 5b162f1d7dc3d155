import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import manifest from '../../../package.json' with { type: 'json' };
import { root } from '../../support/markdown.js';

/** Packages that partners install themselves; the tests link those of this project. */
const LINKED = ['react', 'react-dom', 'vue', 'svelte', 'preact', 'solid-js', '@types/node', '@types/react'];

/** A partner's project with the packed package installed. */
export interface Partner {
  readonly folder: string;
  readonly tarball: string;
  /** Where the package was installed. */
  readonly installed: string;
  /** Its files, by their paths in it. */
  readonly files: readonly string[];
}

/** Packs the built package and installs it into an empty project in a temporary folder. */
export function installPackage(): Partner {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'partner-')));
  const npm = (...args: string[]) =>
    execFileSync('npm', [...args, '--ignore-scripts', '--loglevel=error'], { cwd: folder, encoding: 'utf8' });
  npm('pack', root, '--pack-destination', folder);
  const tarball = join(folder, `${manifest.name}-${manifest.version}.tgz`);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  npm('install', tarball, '--no-audit', '--no-fund', '--no-package-lock', '--prefer-offline');
  for (const name of LINKED) {
    const target = join(folder, 'node_modules', name);
    mkdirSync(dirname(target), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), target, 'junction');
  }
  const installed = join(folder, 'node_modules', manifest.name);
  const files = readdirSync(installed, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(installed.length + 1))
    .map((path) => path.replaceAll(sep, '/'));
  return { folder, tarball, installed, files };
}
