import { blank, lineAt, type Fragment } from './fragment.js';
import { scriptFragments } from './script-fragments.js';

const FENCE = /^([ \t]*)```([\w-]*)[^\n]*\n([\s\S]*?)^[ \t]*```[ \t]*$/gm;
const SCRIPTS = new Set(['js', 'jsx', 'ts', 'tsx']);

/** The prose of a Markdown page, its inline code, and what its snippets hold. */
export function markdownFragments(page: string): Fragment[] {
  const fragments: Fragment[] = [];
  for (const [fence, , language = '', code = ''] of page.matchAll(FENCE)) {
    const at = page.indexOf(fence);
    const first = lineAt(page, page.indexOf(code, at));
    const found = SCRIPTS.has(language)
      ? scriptFragments(`snippet.${language}`, code)
      : [{ kind: 'prose', text: code, line: 1 } as const];
    fragments.push(...found.map((fragment) => ({ ...fragment, line: fragment.line + first - 1 })));
  }
  const text = withoutFences(page);
  for (const match of text.matchAll(/`([^`\n]+)`/g))
    fragments.push({ kind: 'code', text: match[1] ?? '', line: lineAt(text, match.index) });
  for (const block of blocks(text))
    fragments.push({ kind: 'prose', text: withoutMarks(block.text), line: block.line });
  return fragments;
}

/** A page with its fenced code blanked out. */
export const withoutFences = (page: string): string => page.replace(FENCE, blank);

/** The text of a block without inline code, targets of links, and the quotation marks of Markdown. */
export const withoutMarks = (text: string): string =>
  text.replace(/`[^`\n]+`/g, '`…`').replace(/\]\([^)\s]+\)/g, ']');

/** A paragraph, an item of a list, a heading, or a cell of a table. */
export interface Block {
  readonly text: string;
  readonly line: number;
}

/** The blocks of a page that has no fences any more. */
export function blocks(text: string): Block[] {
  const found: Block[] = [];
  let open: { text: string; line: number } | null = null;
  text.split('\n').forEach((content, i) => {
    const line = i + 1;
    if (content.startsWith('|')) {
      for (const cell of content.split('|')) if (/\w/.test(cell)) found.push({ text: cell, line });
      open = null;
    } else if (content.trim() === '') {
      open = null;
    } else if (open === null && /^ {4}/.test(content)) {
      // indented code, such as a tree of files: each line is by itself
      found.push({ text: content, line });
    } else if (open === null || /^\s*([-*+]|\d+\.|#+|>) /.test(content)) {
      open = { text: content, line };
      found.push(open);
      if (content.startsWith('#')) open = null;
    } else {
      open.text += `\n${content}`;
    }
  });
  return found;
}
