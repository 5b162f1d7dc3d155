/** The second half of `npm run release:version`: carries the version of package.json to where it is written once more. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '../..');

const examples = readdirSync(join(root, 'examples'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `examples/${name}/package.json`);

/** Where a version stands, by file. */
const places: readonly (readonly [file: string, version: RegExp])[] = [
  ['src/version.ts', /(?<=version = ')[^']+(?=')/],
  ...examples.map((file) => [file, /(?<="enkash-vkyc-button": ")[^"]+(?=")/] as const),
];

for (const [file, version] of places) {
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  if (!version.test(text)) throw new Error(`${file} names no version. Adapt carry-version.ts.`);
  writeFileSync(path, text.replace(version, manifest.version));
}
