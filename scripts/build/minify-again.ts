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
        sourceMap: file.map
          ? { content: JSON.stringify(file.map), url: `${file.fileName}.map`, asObject: true }
          : false,
      });
      if (code === undefined) throw new Error(`Terser returned nothing for ${file.fileName}.`);
      file.code = code;
      if (file.map && typeof map === 'object') Object.assign(file.map, map);
    }
  },
});
