import en from '../locales/en.js';
import { version } from '../version.js';
import { isGroup, readMember, type Group } from './read-value.js';

/** Whether these are the messages of a file for script tags: a list that begins with a version. */
export function isKeyless(messages: Group): boolean {
  return typeof readMember(messages, '0') === 'string';
}

/**
 * Gives the messages of a file for script tags their names. Such a file has the texts alone, in the order of `en.ts`, as
 * the names are a quarter of its size. Null when it is of another version, whose texts may have other places.
 */
export function withKeys(texts: Group): unknown {
  let count = 0;
  const fill = (group: object): object =>
    Object.fromEntries(
      Object.entries(group).map(([name, text]) => [
        name,
        isGroup(text) ? fill(text) : readMember(texts, String(++count)),
      ]),
    );
  const messages = fill(en);
  const isComplete = readMember(texts, 'length') === count + 1;
  return readMember(texts, '0') === version && isComplete ? messages : null;
}
