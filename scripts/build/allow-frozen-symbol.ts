import type { Plugin } from 'vite';

const assignment = 'Symbol.metadata??=Symbol("metadata")';

/**
 * Lets the Lit inside the CDN file load on a page that has frozen the built-in objects (SES `lockdown()`), where the
 * assignment of `Symbol.metadata` throws. Lit needs it for decorators only, which the element does not use.
 * The build fails unless Lit's assignment is found exactly once.
 */
export const allowFrozenSymbol = (): Plugin => {
  let changed = 0;
  return {
    name: 'allow-frozen-symbol',
    buildStart() {
      changed = 0;
    },
    transform(code, id) {
      if (!id.includes('@lit/reactive-element') || !code.includes(assignment)) return null;
      changed += code.split(assignment).length - 1;
      return { code: code.replace(assignment, `Object.isExtensible(Symbol)&&(${assignment})`), map: null };
    },
    generateBundle() {
      if (changed !== 1) {
        this.error(
          `Expected one ${assignment} in Lit and found ${changed}. Read reactive-element.js and adapt allow-frozen-symbol.ts.`,
        );
      }
    },
  };
};
