import type { LiveElement } from './walk-html.js';

/** A rule with `:not(:defined)`: the end of its selector, and its declarations. */
const RULE = /:not\(\s*:defined\s*\)([^{}]{0,500})\{([^{}]{0,2000})\}/gi;

/** A block size, or nothing to see at all. */
const SIZE = /(?:^|[;\s])(?:(?:min-)?(?:block-size|height)\s*:(?!\s*(?:0(?:\D|$)|auto))|display\s*:\s*none)/i;

/** Whether a style of the tag itself, or a `<style>` of its tree, gives the tag a size until it is defined. */
export function isSizedBeforeUpgrade(tag: LiveElement, elements: readonly LiveElement[]): boolean {
  if (SIZE.test(tag.attributes.get('style') ?? '') || tag.attributes.has('hidden')) return true;
  return elements
    .filter(({ name, scope }) => name === 'style' && scope === tag.scope)
    .some(({ text }) => {
      const css = text.replace(/\/\*[\s\S]*?\*\//g, '');
      return [...css.matchAll(RULE)].some(([, , declarations = '']) => SIZE.test(declarations));
    });
}
