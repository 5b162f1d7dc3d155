import { angularSnippet } from './angular-snippet.js';
import type { CodeFile } from './code-file.js';
import { htmlSnippet } from './html-snippet.js';
import { nextSnippet } from './next-snippet.js';
import { reactSnippet } from './react-snippet.js';
import { svelteSnippet } from './svelte-snippet.js';
import type { TagSettings } from './tag-settings.js';
import { vueSnippet } from './vue-snippet.js';

/** A way to write the page, with its name and its documentation below the page's folder. */
export interface PageSnippet {
  readonly id: string;
  readonly title: string;
  readonly doc: string;
  readonly write: (settings: TagSettings) => readonly CodeFile[];
}

/** The snippets of the page, in the order of their tabs. */
export const PAGE_SNIPPETS: readonly PageSnippet[] = [
  { id: 'html', title: 'HTML', doc: 'docs/frameworks.html#plain-html', write: htmlSnippet },
  { id: 'react', title: 'React', doc: 'docs/frameworks.html#react', write: reactSnippet },
  { id: 'vue', title: 'Vue', doc: 'docs/frameworks.html#vue', write: vueSnippet },
  { id: 'next', title: 'Next.js', doc: 'docs/frameworks.html#nextjs', write: nextSnippet },
  { id: 'angular', title: 'Angular', doc: 'docs/frameworks.html#angular', write: angularSnippet },
  { id: 'svelte', title: 'Svelte', doc: 'docs/frameworks.html#svelte', write: svelteSnippet },
];
