/**
 * What a piece of text is, since a word may be wrong in one place and right in another:
 *
 * - `prose`: Markdown and every other text file
 * - `comment`: comments and JSDoc of a script
 * - `message`: a string or template of several words
 * - `test`: the title of a test or a suite
 * - `name`: a name that a script declares, or that a file or folder has
 * - `code`: a string without spaces (error codes, action types), and inline code of Markdown
 */
export type Kind = 'prose' | 'comment' | 'message' | 'test' | 'name' | 'code';

/** A piece of text and where it begins. */
export interface Fragment {
  readonly kind: Kind;
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

/** The line of a position in a text, counted from `first`. */
export const lineAt = (text: string, position: number, first = 1): number =>
  first + text.slice(0, position).split('\n').length - 1;

/** Replaces every character but line breaks by a space, so that positions and lines stay. */
export const blank = (text: string): string => text.replace(/[^\n]/g, ' ');
