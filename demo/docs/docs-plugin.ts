import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Plugin } from 'vite';
import { DOC_FILES, DOC_PAGES } from './doc-pages.js';
import { renderDoc } from './render-doc.js';

const root = join(import.meta.dirname, '../..');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/** Adds the documentation to the demo, in the folder `docs/`: rendered on request by its server, and as files of the static site. */
export const docsPlugin = (): Plugin => ({
  name: 'docs',
  configureServer({ middlewares }) {
    middlewares.use('/docs/', (request, response, next) => {
      const name = (request.url ?? '/').slice(1).split(/[?#]/)[0] || 'index.html';
      readDoc(name).then((content) => {
        if (content === null) next();
        else {
          response.setHeader('Content-Type', TYPES[extname(name)] ?? 'text/plain; charset=utf-8');
          response.end(content);
        }
      }, next);
    });
  },
  async generateBundle() {
    for (const name of [...DOC_PAGES.keys(), ...DOC_FILES.keys()]) {
      const source = await readDoc(name);
      if (source !== null) this.emitFile({ type: 'asset', fileName: `docs/${name}`, source });
    }
  },
});

/** The content of a file of the documentation; null when there is none of that name. */
async function readDoc(name: string): Promise<string | Buffer | null> {
  const page = DOC_PAGES.get(name);
  if (page !== undefined) return renderDoc(page, await readFile(join(root, page), 'utf8'));
  const file = DOC_FILES.get(name);
  return file === undefined ? null : readFile(join(root, file));
}
