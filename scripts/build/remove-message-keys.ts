import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync, Visitor, type ESTree, type Plugin } from 'vite';
import manifest from '../../package.json' with { type: 'json' };

/** One text of a language, and its path in the object of messages, such as `actions.start`. */
interface MessageText {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Turns the object of messages in each `locales/<language>.ts` into a list: the version of the package, then the texts in
 * the order of `en.ts`. The element knows the names.
 *
 * @throws when a language has other texts than English, or has them in another order
 */
export const removeMessageKeys = (): Plugin => ({
  name: 'remove-message-keys',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/locales\/[a-z]{2}\.ts$/.test(id)) return null;
    const english = readFileSync(join(dirname(id), 'en.ts'), 'utf8');
    return { code: listOfTexts(code, english), map: null };
  },
});

/** The module `code` with its object of messages as a list. `english` is the module that has the order. */
export function listOfTexts(code: string, english: string): string {
  const { texts, start, end } = messagesOf(code);
  const paths = texts.map(({ path }) => path);
  const order = messagesOf(english).texts.map(({ path }) => path);
  const wrong = order.findIndex((path, index) => path !== paths[index]);
  if (wrong >= 0) throw new Error(`${paths[wrong] ?? 'The end'} is not the text that en.ts has there.`);
  if (paths.length > order.length) throw new Error(`${paths[order.length] ?? ''} has no place in en.ts.`);
  const list = [`'${manifest.version}'`, ...texts.map((text) => code.slice(text.start, text.end))];
  return `${code.slice(0, start)}[${list.join()}]${code.slice(end)}`;
}

/** The object of messages in a module, which is the value of its first constant. */
function messagesOf(code: string): { texts: readonly MessageText[]; start: number; end: number } {
  const values: ESTree.Expression[] = [];
  new Visitor({
    VariableDeclarator: ({ init }) => {
      if (init) values.push(init);
    },
  }).visit(parseSync('messages.ts', code).program);
  const [messages] = values;
  if (!messages) throw new Error('The module has no messages.');
  return { texts: textsIn(messages, ''), start: messages.start, end: messages.end };
}

function textsIn(value: ESTree.Expression, path: string): MessageText[] {
  const { type, start, end } = value;
  if (type === 'Literal') return [{ path, start, end }];
  if (type === 'ArrayExpression')
    return value.elements.flatMap((element, index) =>
      element && element.type !== 'SpreadElement' ? textsIn(element, `${path}.${index}`) : [],
    );
  if (type !== 'ObjectExpression') throw new Error(`${path} is not a text.`);
  return value.properties.flatMap((member) => {
    if (member.type !== 'Property') throw new Error(`${path} has a spread.`);
    const { key } = member;
    const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : '?';
    return textsIn(member.value, `${path}.${name}`);
  });
}
