/** Writes `dist/cdn/integrity.json`: the `integrity` value of each script, by its path in that folder. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';

const folder = join(import.meta.dirname, '../../dist/cdn');

const integrityOf = (file: string) =>
  `sha384-${createHash('sha384')
    .update(readFileSync(join(folder, file)))
    .digest('base64')}`;

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.js'),
);
const integrity = Object.fromEntries(
  files.sort().map((file) => [file.replaceAll(sep, '/'), integrityOf(file)]),
);

writeFileSync(join(folder, 'integrity.json'), `${JSON.stringify(integrity, null, 2)}\n`);
