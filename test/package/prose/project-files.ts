import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { TextFile } from './find-hits.js';

const TEXT_FILE = /\.(?:[cm]?[jt]sx?|md|ya?ml|html|css|php|py|vue|svelte)$/;
/** Files and folders that are installed, built or generated. */
export const NOT_OURS =
  /^(?:node_modules|dist|dist-demo|coverage|gallery|\.cache|\.git|\.next|\.nuxt|\.output|\.angular|__pycache__|package-lock\.json)$/;

/** The text files at or below the given paths, without what is installed or built. */
export function filesBelow(root: string, paths: readonly string[]): TextFile[] {
  return paths
    .flatMap((path) => walk(join(root, path)))
    .map((file) => ({
      path: relative(root, file).replaceAll('\\', '/'),
      text: readFileSync(file, 'utf8'),
    }));
}

function walk(path: string): string[] {
  if (!statSync(path).isDirectory()) return TEXT_FILE.test(path) ? [path] : [];
  return readdirSync(path)
    .filter((name) => !NOT_OURS.test(name))
    .sort()
    .flatMap((name) => walk(join(path, name)));
}
