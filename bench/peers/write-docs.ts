import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { PeersRun } from './peers-run.js';
import { renderPicture } from './render-picture.js';
import { renderTables } from './render-tables.js';

const START = '<!-- Renewed by "npm run bench:peers". -->';
const END = '<!-- End of what "npm run bench:peers" renews. -->';

/** A page with the text between its two marks replaced. @throws when it does not have both marks. */
export function replaceRenewed(page: string, text: string): string {
  const start = page.indexOf(START);
  const end = page.indexOf(END);
  if (start < 0 || end < start) throw new Error(`The page does not have ${START} and ${END}.`);
  return `${page.slice(0, start)}${START}\n\n${text}\n\n${page.slice(end)}`;
}

/** Renews the tables in docs/performance.md and the picture that the README shows. */
export async function writeDocs(run: PeersRun, root: string): Promise<void> {
  const path = join(root, 'docs/performance.md');
  const page = replaceRenewed(await readFile(path, 'utf8'), renderTables(run));
  const config = await resolveConfig(path);
  await writeFile(path, await format(page, { ...config, parser: 'markdown' }));
  await writeFile(join(root, 'docs/images/peers.svg'), renderPicture(run));
}
