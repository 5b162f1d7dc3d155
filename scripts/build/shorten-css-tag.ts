import type { Plugin } from 'vite';

/** The module as Lit publishes it: the exports below, with fallbacks for browsers without constructed style sheets. */
const MODULE = /@lit\/reactive-element\/css-tag\.js$/;
const EXPORTS = /export\{([^}]*)\}/;
const KNOWN = 'CSSResult,adoptStyles,css,getCompatibleStyle,supportsAdoptingStyleSheets,unsafeCSS';

const SHORT = `export const supportsAdoptingStyleSheets = true;
export class CSSResult {
  constructor(cssText) { this.cssText = cssText; }
  get styleSheet() {
    if (!this.sheet) (this.sheet = new CSSStyleSheet()).replaceSync(this.cssText);
    return this.sheet;
  }
  toString() { return this.cssText; }
}
export const unsafeCSS = (text) => new CSSResult(String(text));
export const css = (strings, ...values) => new CSSResult(String.raw({ raw: strings }, ...values));
export const adoptStyles = (root, styles) => { root.adoptedStyleSheets = styles.map((style) => style.styleSheet ?? style); };
export const getCompatibleStyle = (style) => style;
`;

/**
 * Replaces Lit's module for style sheets in the file for script tags by one without fallbacks: every browser of
 * docs/browsers.md constructs style sheets. The npm package keeps Lit's own.
 * The build fails when Lit exports other names.
 */
export const shortenCssTag = (): Plugin => ({
  name: 'shorten-css-tag',
  transform(code, id) {
    if (!MODULE.test(id)) return null;
    const short = shortCssTag(code);
    if (!short) this.error("Lit's css-tag.js has other exports. Read it and adapt shorten-css-tag.ts.");
    return { code: short, map: null };
  },
});

/** The short module in place of Lit's; null if that exports other names. */
export function shortCssTag(code: string): string | null {
  const names = EXPORTS.exec(code)?.[1]
    ?.split(',')
    .map((name) => name.replace(/^.* as /, '').trim());
  return names?.sort().join() === KNOWN ? SHORT : null;
}
