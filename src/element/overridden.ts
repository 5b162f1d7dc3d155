import type { WordOverrides, Words } from '../locales/words.js';

/** A language's words with some of them replaced by the page's own; what is of another kind is passed over. */
export function overridden(words: Words, overrides: WordOverrides = {}): Words {
  const groups = Object.entries(words).map(([group, ours]: [string, unknown]) => {
    const theirs: unknown = overrides[group as keyof Words];
    if (isGroup(ours)) return [group, isGroup(theirs) ? { ...ours, ...theirs } : ours];
    return [group, typeof theirs === 'string' ? theirs : ours];
  });
  return Object.fromEntries(groups) as Words;
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
