import type { MessageOverrides, Messages } from '../locales/messages.js';
import { isGroup, memberNames, readMember } from './read-value.js';

/**
 * Replaces some messages of a language by the page's own. An override of the wrong type is ignored, so that no button
 * ever loses its label.
 *
 * @param onInvalid runs for each override that is ignored
 */
export function mergeMessages(
  messages: Messages,
  overrides: MessageOverrides = {},
  onInvalid: () => void = () => {},
): Messages {
  return merge(messages, overrides, onInvalid) as Messages;
}

function merge(original: unknown, override: unknown, onInvalid: () => void): unknown {
  const isText = !isGroup(original);
  if (isText && typeof override === 'string') return override;
  const ownNames = isGroup(override) ? memberNames(override) : null;
  if (isText || !isGroup(override) || !ownNames) {
    if (override !== undefined) onInvalid();
    return original;
  }
  const names = new Set([...Object.keys(original), ...ownNames]);
  const entries = [...names].map(
    (name) => [name, merge(original[name], readMember(override, name), onInvalid)] as const,
  );
  return Object.fromEntries(entries.filter(([, text]) => text !== undefined));
}
