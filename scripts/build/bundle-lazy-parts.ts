import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Replaces each module that loads a part of the element later (`load-x.ts`) by its variant that contains the part
 * (`load-x.cdn.ts`): a file for script tags loads nothing, as an integrity hash covers one file only.
 */
export const bundleLazyParts = (): Plugin => ({
  name: 'bundle-lazy-parts',
  enforce: 'pre',
  resolveId(source, importer) {
    if (!importer || importer.endsWith('.cdn.ts')) return null;
    const file = join(dirname(importer), source.replace(/\.js$/, '.cdn.ts'));
    return existsSync(file) ? file : null;
  },
});
