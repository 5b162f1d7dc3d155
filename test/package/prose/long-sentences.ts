import { lineAt } from './fragment.js';
import { blocks, withoutFences, withoutMarks } from './markdown-fragments.js';

/** A sentence of a page that is hard to follow. */
export interface LongSentence {
  readonly line: number;
  readonly words: number;
  readonly text: string;
}

/** The sentences of a Markdown page that have more words than the limit. A colon or semicolon ends no sentence. */
export function longSentences(page: string, limit: number): LongSentence[] {
  return blocks(withoutFences(page)).flatMap((block) => {
    const text = withoutMarks(block.text);
    return [...text.matchAll(/\S[\s\S]*?(?:[.?!][")*_\]]*(?=\s|$)|$)/g)]
      .map((match) => ({
        line: lineAt(text, match.index, block.line),
        words: countWords(match[0]),
        text: match[0].replace(/\s+/g, ' '),
      }))
      .filter(({ words }) => words > limit);
  });
}

/** The words of a text, as `wc -w` counts them. */
export const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0;
