import type { Plugin } from 'vite';

/** Fails the build when a file for script tags imports another one: an integrity hash covers one file only. */
export const expectSingleFiles = (): Plugin => ({
  name: 'expect-single-files',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      const imports = [...chunk.imports, ...chunk.dynamicImports];
      if (imports.length > 0 || !chunk.isEntry) {
        this.error(
          `${chunk.fileName} must be self-contained, but imports or is imported by another file: ${imports.join(', ')}`,
        );
      }
    }
  },
});
