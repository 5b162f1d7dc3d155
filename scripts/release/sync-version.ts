/** The second half of `npm run release:version`: writes the version of package.json wherever else it appears. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '../..');

const examples = ['examples', 'examples/backends']
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}/package.json`))
  .filter((file) => existsSync(join(root, file)));

/** The files that contain the version, and how to find it there. */
const places: readonly (readonly [file: string, version: RegExp])[] = [
  ['src/version.ts', /(?<=version = ')[^']+(?=')/],
  ...examples.map((file) => [file, /(?<="enkash-vkyc-button": ")[^"]+(?=")/] as const),
];

for (const [file, version] of places) {
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  if (!version.test(text)) throw new Error(`${file} does not contain the version. Adapt sync-version.ts.`);
  writeFileSync(path, text.replace(version, manifest.version));
}
