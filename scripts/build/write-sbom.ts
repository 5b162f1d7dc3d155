/** Writes `dist/sbom.cdx.json`: the bill of materials of the package, in the form CycloneDX. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { bundledPackages, sourceMapsIn } from './bundled-packages.js';
import { createSbom, type LockedPackage } from './sbom.js';

const root = join(import.meta.dirname, '../..');
const dist = join(root, 'dist');
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, LockedPackage>;
};

const sbom = createSbom({ manifest, packages, bundled: bundledPackages(sourceMapsIn(dist)) });
writeFileSync(join(dist, 'sbom.cdx.json'), `${JSON.stringify(sbom, null, 2)}\n`);
