import { parseSync, Visitor, type ESTree, type Plugin } from 'vite';

/**
 * Reduces each run of white space in `` html`…` `` templates to one space, which HTML renders the same. A JavaScript
 * minifier keeps templates unchanged.
 */
export const collapseHtmlSpace = (): Plugin => ({
  name: 'collapse-html-space',
  transform: (code, id) => (code.includes('html`') ? { code: collapseTemplates(code, id), map: null } : null),
});

/** Collapses the templates of a module. */
export function collapseTemplates(code: string, id: string): string {
  const texts: ESTree.TemplateElement[] = [];
  new Visitor({
    TaggedTemplateExpression: ({ tag, quasi }) => {
      if (tag.type === 'Identifier' && tag.name === 'html') texts.push(...quasi.quasis);
    },
  }).visit(parseSync(id, code).program);
  return texts
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end }) => {
      const before = text.slice(start, end);
      return text.slice(0, start) + before.replace(/\s+/g, ' ') + text.slice(end);
    }, code);
}
