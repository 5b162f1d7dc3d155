import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import manifest from '../../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '../..');

interface Notice {
  readonly name: string;
  readonly licence: string;
  readonly copyright: string;
  /** The full text of the licence. */
  readonly text: string;
}

/** The licence of an installed package. */
function noticeOf(name: string): Notice {
  const folder = join(root, 'node_modules', name);
  const { license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { license: string };
  const text = readFileSync(join(folder, 'LICENSE'), 'utf8').trim();
  const copyright = /^copyright .*$/im.exec(text)?.[0];
  if (copyright === undefined) throw new Error(`The licence of ${name} names no copyright holder.`);
  return { name, licence: license, copyright, text };
}

/** The packages whose code a bundle contains, each once. */
const packagesOf = (moduleIds: readonly string[]): string[] => {
  const names = moduleIds.map((id) => /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1]);
  return [...new Set(names)].filter((name) => name !== undefined).sort();
};

/** The comment at the top of a file for script tags: its name and version, and the licences of the code it contains. */
export function banner({ moduleIds }: { moduleIds: readonly string[] }): string {
  const lines = new Map<string, string[]>();
  for (const { name, licence, copyright } of packagesOf(moduleIds).map(noticeOf)) {
    const terms = `${licence} licence, ${copyright}`;
    lines.set(terms, [...(lines.get(terms) ?? []), name]);
  }
  const own = `${manifest.name} ${manifest.version}, ${manifest.license} licence`;
  const others = [...lines].map(([terms, names]) => `Contains ${names.join(', ')}: ${terms}`);
  return others.length === 0 ? `/*! ${own} */` : `/*!\n * ${[own, ...others].join('\n * ')}\n */`;
}

/** Writes `LICENSES.txt` next to the files for script tags: the full licences of all the code in them. */
export const licenceTexts = (): Plugin => ({
  name: 'licence-texts',
  generateBundle(_options, bundle) {
    const moduleIds = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
    const own = { name: manifest.name, text: readFileSync(join(root, 'LICENSE'), 'utf8').trim() };
    const source = [own, ...packagesOf(moduleIds).map(noticeOf)]
      .map(({ name, text }) => `${name}\n\n${text}\n`)
      .join(`\n${'-'.repeat(80)}\n\n`);
    this.emitFile({ type: 'asset', fileName: 'LICENSES.txt', source });
  },
});
