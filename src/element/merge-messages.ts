import type { MessageOverrides, Messages } from '../locales/messages.js';

/** A language's words with some of them replaced by the page's own; what is missing, or of another kind, is passed over. */
export function mergeMessages(messages: Messages, overrides: MessageOverrides = {}): Messages {
  return merged(messages, overrides) as Messages;
}

function merged(ours: unknown, theirs: unknown): unknown {
  if (!isGroup(ours)) return typeof theirs === 'string' ? theirs : ours;
  if (!isGroup(theirs)) return ours;
  const entries = Object.keys({ ...ours, ...theirs }).map(
    (key) => [key, merged(ours[key], theirs[key])] as const,
  );
  return Object.fromEntries(entries.filter(([, text]) => text !== undefined));
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
