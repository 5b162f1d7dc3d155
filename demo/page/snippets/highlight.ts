import type { LanguageFn } from 'highlight.js';
import type { CodeFile, CodeLanguage } from './code-file.js';

const GRAMMARS: Readonly<Record<CodeLanguage, () => Promise<{ readonly default: LanguageFn }>>> = {
  xml: () => import('highlight.js/lib/languages/xml'),
  css: () => import('highlight.js/lib/languages/css'),
  javascript: () => import('highlight.js/lib/languages/javascript'),
  typescript: () => import('highlight.js/lib/languages/typescript'),
  bash: () => import('highlight.js/lib/languages/bash'),
  python: () => import('highlight.js/lib/languages/python'),
  php: () => import('highlight.js/lib/languages/php'),
  java: () => import('highlight.js/lib/languages/java'),
  go: () => import('highlight.js/lib/languages/go'),
};

/** In HTML and Vue there are scripts and styles. */
const NEEDED: Readonly<Partial<Record<CodeLanguage, readonly CodeLanguage[]>>> = {
  xml: ['xml', 'javascript', 'css'],
  typescript: ['typescript', 'xml', 'css'],
};

/** Colours code that the page already shows. Without the library it stays as it is. */
export async function highlight(shown: HTMLElement, { code, language }: CodeFile): Promise<void> {
  const { default: library } = await import('highlight.js/lib/core');
  for (const name of NEEDED[language] ?? [language])
    if (!library.getLanguage(name)) library.registerLanguage(name, (await GRAMMARS[name]()).default);
  const { value } = library.highlight(code, { language });
  // the library escapes the code, and a newer text may be shown by now
  if (shown.textContent !== code) return;
  const coloured = new DOMParser().parseFromString(`<pre>${value}</pre>`, 'text/html').querySelector('pre');
  if (coloured) shown.replaceChildren(...coloured.childNodes);
}
