import type { ChosenMessages } from '../settings/messages.js';

/** Texts as an object of JavaScript. No text ends a script element or its string. */
export function objectLiteral(messages: ChosenMessages): string {
  const groups = Object.entries(messages).map(
    ([group, texts]) =>
      `  ${group}: {\n${Object.entries(texts)
        .map(([name, text]) => `    ${key(name)}: ${quoted(text)},\n`)
        .join('')}  },\n`,
  );
  return `{\n${groups.join('')}}`;
}

const key = (name: string): string => (/^\w+$/.test(name) ? name : `'${name}'`);

const quoted = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('<', '\\x3C').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`;
