import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The path of a package in package-lock.json, in the path of a file of it. */
const PACKAGE = /^(?:\.\.\/)*(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//;

/** The source maps in a folder and its subfolders. */
export const sourceMapsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js.map'))
    .map((file) => join(folder, file));

/**
 * The packages of which built files contain code, by what their source maps list.
 *
 * @param maps - the source maps of the files
 * @returns their paths in `package-lock.json`, sorted
 * @example
 * bundledPackages(sourceMapsIn('dist/cdn')); // ['node_modules/@lit/reactive-element', 'node_modules/lean-qr', …]
 */
export function bundledPackages(maps: readonly string[]): string[] {
  const sources = maps.flatMap(
    (file) => (JSON.parse(readFileSync(file, 'utf8')) as { sources: string[] }).sources,
  );
  const paths = sources.map((source) => PACKAGE.exec(source)?.[1]);
  return [...new Set(paths)].filter((path) => path !== undefined).sort();
}
