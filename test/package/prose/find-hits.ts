import { basename, extname } from 'node:path';
import { lineAt, type Fragment } from './fragment.js';
import { markdownFragments } from './markdown-fragments.js';
import { scriptFragments } from './script-fragments.js';
import { ALLOWANCES, VOCABULARY, type Rule } from './vocabulary.js';

/** A file of the project, by its path from the project's folder. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** A word to replace. */
export interface Hit {
  readonly path: string;
  readonly line: number;
  readonly kind: Fragment['kind'];
  readonly found: string;
  readonly use: string;
}

/** Every use of a banned word in the given files. */
export const findHits = (files: readonly TextFile[]): Hit[] => files.flatMap(hitsIn);

/** One line for a reader, with a position that editors open. */
export const formatHit = ({ path, line, kind, found, use }: Hit): string =>
  `${path}:${line} ${kind} "${found}" → ${use}`;

function hitsIn({ path, text }: TextFile): Hit[] {
  const found = COMPILED.filter(({ files }) => files === undefined || files.test(path));
  const hits = fragmentsOf(path, text).flatMap((fragment) => {
    const searched = searchedText(fragment);
    return found
      .filter(({ kinds }) => kinds.includes(fragment.kind))
      .flatMap(({ pattern, use }) =>
        [...searched.matchAll(pattern)].map((match) => ({
          path,
          line: lineAt(searched, match.index, fragment.line),
          kind: fragment.kind,
          found: match[0].trim().replace(/\s+/g, ' '),
          use,
        })),
      );
  });
  return hits.filter((hit) => !isAllowed(hit)).sort((a, b) => a.line - b.line);
}

const COMPILED = VOCABULARY.map((rule) => ({ ...rule, pattern: compile(rule) }));

function compile({ banned }: Rule): RegExp {
  const isWhole = banned.startsWith('^');
  const spaced = banned.replaceAll(' ', String.raw`[\s…]+`);
  return new RegExp(isWhole ? banned : `(?<![\\w-])(?:${spaced})(?![\\w-])`, 'giu');
}

function fragmentsOf(path: string, text: string): Fragment[] {
  const named: Fragment = { kind: 'name', text: basename(path, extname(path)), line: 1 };
  // what the customer reads belongs to the reviewers of its language
  const isLocale = path.startsWith('src/locales/');
  return [named, ...contentOf(path, text)].filter(({ kind }) => !isLocale || kind !== 'message');
}

function contentOf(path: string, text: string): Fragment[] {
  if (/\.[cm]?[jt]sx?$/.test(path)) return scriptFragments(path, text);
  if (path.endsWith('.md')) return markdownFragments(text);
  return [{ kind: 'prose', text, line: 1 }];
}

/** A name as the words it is made of: `askSoon`, `ASK_SOON` and `ask-soon` are "ask soon". */
function searchedText({ kind, text }: Fragment): string {
  if (kind !== 'name' && kind !== 'code') return text;
  if (kind === 'code' && /^\W*--/.test(text)) return text;
  const words = text.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/([A-Z])([A-Z][a-z])/g, '$1 $2');
  return words
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
    .toLowerCase();
}

const isAllowed = ({ path, kind, found }: Hit): boolean =>
  ALLOWANCES.some(
    (allowance) =>
      allowance.found === found.toLowerCase() && allowance.kinds.includes(kind) && allowance.files.test(path),
  );
