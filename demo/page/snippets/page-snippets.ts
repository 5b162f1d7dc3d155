import { angularSnippet } from './angular-snippet.js';
import type { CodeFile } from './code-file.js';
import { htmlSnippet } from './html-snippet.js';
import { nextSnippet } from './next-snippet.js';
import { reactSnippet } from './react-snippet.js';
import { svelteSnippet } from './svelte-snippet.js';
import type { TagSettings } from './tag-settings.js';
import { vueSnippet } from './vue-snippet.js';

/** A way to write the page, with its name and its section of docs/frameworks.md. */
export interface PageSnippet {
  readonly id: string;
  readonly title: string;
  readonly section: string;
  readonly write: (settings: TagSettings) => readonly CodeFile[];
}

/** The snippets of the page, in the order of their tabs. */
export const PAGE_SNIPPETS: readonly PageSnippet[] = [
  { id: 'html', title: 'HTML', section: 'Plain HTML', write: htmlSnippet },
  { id: 'react', title: 'React', section: 'React', write: reactSnippet },
  { id: 'vue', title: 'Vue', section: 'Vue', write: vueSnippet },
  { id: 'next', title: 'Next.js', section: 'Next.js', write: nextSnippet },
  { id: 'angular', title: 'Angular', section: 'Angular', write: angularSnippet },
  { id: 'svelte', title: 'Svelte', section: 'Svelte', write: svelteSnippet },
];

/** The documentation of a snippet, below the folder of the page. */
export const docOf = ({ section }: PageSnippet): string =>
  `docs/frameworks.html#${section
    .toLowerCase()
    .replaceAll(' ', '-')
    .replace(/[^\w-]/g, '')}`;
