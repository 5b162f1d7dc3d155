import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';

/** The pages and folders to serve. */
export interface StaticPages {
  /** HTML by exact path: `{ '/': '<!doctype html>…' }`. */
  pages?: Record<string, string>;
  /** Folders by path prefix: `{ '/dist/': 'dist' }`, relative to the project. */
  folders?: Record<string, string>;
  /** Headers of every response: Content-Security-Policy, Cross-Origin-Opener-Policy, Permissions-Policy … */
  headers?: Record<string, string>;
}

const contentTypes: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
};

const readBelow = async (folder: string, path: string) => {
  const root = resolve(folder);
  const file = resolve(join(root, path));
  return file.startsWith(root + sep) ? readFile(file).catch(() => undefined) : undefined;
};

/** A handler that serves pages and folders with the given headers, and responds 404 to everything else. */
export const staticPages =
  ({ pages = {}, folders = {}, headers = {} }: StaticPages) =>
  async (request: Request): Promise<Response> => {
    const path = decodeURIComponent(new URL(request.url).pathname);
    const page = pages[path];
    if (page !== undefined) {
      return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8', ...headers } });
    }
    for (const [prefix, folder] of Object.entries(folders)) {
      const file = path.startsWith(prefix) ? await readBelow(folder, path.slice(prefix.length)) : undefined;
      const contentType = contentTypes[extname(path)] ?? 'application/octet-stream';
      if (file) return new Response(file, { headers: { 'content-type': contentType, ...headers } });
    }
    return new Response('Not found', { status: 404, headers });
  };
