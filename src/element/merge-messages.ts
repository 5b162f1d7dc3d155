import type { MessageOverrides, Messages } from '../locales/messages.js';

/**
 * Replaces some messages of a language by the page's own. An override of the wrong type is ignored, so that no button
 * ever loses its label.
 */
export function mergeMessages(messages: Messages, overrides: MessageOverrides = {}): Messages {
  return merge(messages, overrides) as Messages;
}

function merge(original: unknown, override: unknown): unknown {
  if (!isGroup(original)) return typeof override === 'string' ? override : original;
  if (!isGroup(override)) return original;
  const entries = Object.keys({ ...original, ...override }).map(
    (key) => [key, merge(original[key], override[key])] as const,
  );
  return Object.fromEntries(entries.filter(([, text]) => text !== undefined));
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
