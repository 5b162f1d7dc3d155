import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

const pagesIn = (folder: string) => readdirSync(join(root, folder)).filter((name) => name.endsWith('.md'));

/** The pages of the documentation: the file of each in the project, by its name in the folder `docs/` of the site. */
export const DOC_PAGES: ReadonlyMap<string, string> = new Map([
  ['index.html', 'README.md'],
  ...pagesIn('docs').map((name) => [name.replace(/md$/, 'html'), `docs/${name}`] as const),
  ...pagesIn('docs/quick-starts').map(
    (name) => [`quick-start-${name.replace(/md$/, 'html')}`, `docs/quick-starts/${name}`] as const,
  ),
  ...['ARCHITECTURE', 'CHANGELOG', 'CONTRIBUTING', 'SECURITY'].map(
    (name) => [`${name.toLowerCase()}.html`, `${name}.md`] as const,
  ),
  ['examples.html', 'examples/README.md'],
  ['backends.html', 'examples/backends/README.md'],
]);

/** What the pages show or link to, as it is: the file of each in the project, by its name in the folder `docs/` of the site. */
export const DOC_FILES: ReadonlyMap<string, string> = new Map([
  ['openapi.yaml', 'docs/openapi.yaml'],
  ['LICENSE.txt', 'LICENSE'],
  ['docs.css', 'demo/docs/docs.css'],
  ...readdirSync(join(root, 'docs/images')).map((name) => [`images/${name}`, `docs/images/${name}`] as const),
]);

const nameOfSource: ReadonlyMap<string, string> = new Map(
  [...DOC_PAGES, ...DOC_FILES].map(([name, source]) => [source, name]),
);

/**
 * Where a link of a page leads on the site.
 * @param source the page's file in the project
 * @param target the link as the page has it
 * @returns null for a file of the project that the site does not have
 */
export function siteLink(source: string, target: string): string | null {
  if (/^[a-z]+:/.test(target) || target.startsWith('#')) return target;
  const [path = '', anchor] = target.split('#');
  const file = join(source, '..', path).replaceAll('\\', '/').replace(/\/$/, '');
  const name = nameOfSource.get(file) ?? nameOfSource.get(`${file}/README.md`);
  if (name === undefined) return null;
  return anchor === undefined ? name : `${name}#${anchor}`;
}
