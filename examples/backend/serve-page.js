import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** Serves a file of a folder; a path that ends with a slash is its index.html. */
export async function servePage(folder, pathname) {
  const root = resolve(folder);
  const path = join(root, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
  const file = path.startsWith(root + sep) ? await readFile(path, 'utf8').catch(() => null) : null;
  if (file === null) return new Response('Not found', { status: 404 });
  return new Response(file, {
    headers: { 'Content-Type': `${TYPES[extname(path)] ?? 'text/plain'}; charset=utf-8` },
  });
}
