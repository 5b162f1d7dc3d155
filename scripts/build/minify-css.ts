import { transform } from 'lightningcss';
import { parseSync, Visitor, type ESTree, type Plugin } from 'vite';

/** A version in the form that lightningcss expects. */
const version = (major: number, minor = 0) => (major << 16) | (minor << 8);

/** The oldest browsers of docs/browsers.md. The minifier uses no syntax that one of them lacks. */
export const TARGETS = {
  chrome: version(123),
  samsung: version(27),
  firefox: version(120),
  safari: version(17, 5),
  ios_saf: version(17, 5),
};

/**
 * Minifies the style sheets that are written as `` css`…` ``, which a JavaScript minifier keeps unchanged like any
 * other template. An expression in a template can stand for a value or a selector.
 *
 * @throws when a style sheet is invalid, or when an expression stands where the minifier cannot keep it.
 */
export const minifyCss = (): Plugin => ({
  name: 'minify-css',
  transform: (code, id) => (code.includes('css`') ? { code: minifyTemplates(code, id), map: null } : null),
});

/** Minifies every `` css`…` `` of a module. The lines below each keep their numbers, so the source map stays valid. */
export function minifyTemplates(code: string, id: string): string {
  const templates: ESTree.TemplateLiteral[] = [];
  new Visitor({
    TaggedTemplateExpression: ({ tag, quasi }) => {
      if (tag.type === 'Identifier' && tag.name === 'css') templates.push(quasi);
    },
  }).visit(parseSync(id, code).program);
  return templates
    .sort((a, b) => b.start - a.start)
    .reduce((text, template) => {
      const before = text.slice(template.start, template.end);
      const after = minifyTemplate(template, code, id);
      const lines = before.split('\n').length - after.split('\n').length;
      return text.slice(0, template.start) + after + '\n'.repeat(lines) + text.slice(template.end);
    }, code);
}

const PLACEHOLDER = /__expression_(\d+)__/g;

/** lightningcss keeps the space after a comma in a value with `var()`. In a string it has a meaning. */
const STRING_OR_SPACE = /"(?:\\.|[^"\\])*"|, /g;

/** The source of a template with its CSS minified. */
function minifyTemplate({ quasis, expressions }: ESTree.TemplateLiteral, code: string, id: string): string {
  const css = quasis
    .map(
      ({ value }, i) => (value.cooked ?? value.raw) + (i < expressions.length ? `__expression_${i}__` : ''),
    )
    .join('');
  const minified = transform({ filename: id, code: Buffer.from(css), minify: true, targets: TARGETS });
  const text = minified.code.toString().replace(STRING_OR_SPACE, (found) => found.trimEnd());
  const kept = text.match(PLACEHOLDER) ?? [];
  if (kept.length !== expressions.length || new Set(kept).size !== expressions.length)
    throw new Error(`${id}: the minified style sheet does not keep each expression once.`);
  const escaped = text.replace(/[`\\]|\$\{/g, '\\$&').replace(PLACEHOLDER, (_, index: string) => {
    const expression = expressions[Number(index)];
    return expression ? `\${${code.slice(expression.start, expression.end)}}` : '';
  });
  return `\`${escaped}\``;
}
