import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The project's folder. */
export const root = join(import.meta.dirname, '../..');

const pagesIn = (folder: string): string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));

/** Every page of the project, by its path from the project's folder. */
export const PAGES: readonly string[] = [
  ...pagesIn('.'),
  ...pagesIn('docs'),
  ...pagesIn('docs/quick-starts'),
  'examples/README.md',
  'examples/backends/README.md',
];

export const readText = (path: string): string => readFileSync(join(root, path), 'utf8');

const FENCE = /^```(\w*)\n([\s\S]*?)^```$/gm;

/** A page without its fenced code. */
const prose = (text: string) => text.replace(FENCE, '');

/** The text below a heading, up to the next heading of its level. */
export function section(text: string, heading: string): string {
  const [, marks, rest] = new RegExp(`^(#+) ${heading}\\n([\\s\\S]*)`, 'm').exec(text) ?? [];
  if (marks === undefined || rest === undefined) throw new Error(`There is no heading "${heading}".`);
  return rest.split(new RegExp(`^#{1,${marks.length}} `, 'm'))[0] ?? '';
}

/** The headings of one level, in order. */
export const headings = (text: string, level: string): string[] =>
  [...prose(text).matchAll(new RegExp(`^${level} (.+)$`, 'gm'))].map(([, heading = '']) => heading);

/** The anchors a page offers to links, as the usual hosts make them from its headings. */
export const anchors = (text: string): string[] =>
  [...prose(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );

/** The rows of all tables in a text, each a list of its cells, without head and rule. */
export function rows(text: string): string[][] {
  const lines = prose(text).split('\n');
  return lines
    .filter((line, i) => line.startsWith('|') && !isRule(line) && !isRule(lines[i + 1] ?? ''))
    .map((line) => line.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()));
}

const isRule = (line: string) => /^\|[\s|:-]+\|$/.test(line);

/** The lines of a text's numbered list, without their numbers. */
export const numbered = (text: string): string[] =>
  [...prose(text).matchAll(/^\d+\. (.+)$/gm)].map(([, line = '']) => line);

/** The words in backticks. */
export const codeIn = (text: string): string[] =>
  [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);

/** The fenced code in one language. */
export const snippets = (text: string, language: string): string[] =>
  [...text.matchAll(FENCE)].filter(([, tag]) => tag === language).map(([, , code = '']) => code);

/** Where the links and images of a page lead. */
export const links = (text: string): string[] =>
  [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
