import type { Plugin } from 'vite';

/** Fails the build when a file for script tags needs another one: an integrity hash covers one file only. */
export const expectSingleFiles = (): Plugin => ({
  name: 'expect-single-files',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      const needs = [...chunk.imports, ...chunk.dynamicImports];
      if (needs.length > 0 || !chunk.isEntry) {
        this.error(
          `${chunk.fileName} must stand alone, but needs or serves another file: ${needs.join(', ')}`,
        );
      }
    }
  },
});
