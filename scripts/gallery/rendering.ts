import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '../find-browser.js';

/** The folder of the reference pictures. */
export const REFERENCES = join(import.meta.dirname, '../../test/pictures');

/** The file that tells with which browser and fonts they were made. */
export const MADE_WITH = join(REFERENCES, 'made-with.txt');

/** The browser and the fonts of this machine: pictures of others differ in every letter. */
export function renderingOf(executable: string | undefined = findChromium()): string {
  const run = (command: string, ...args: string[]) => {
    const { stdout, error } = spawnSync(command, args, { encoding: 'utf8' });
    return error ? '' : stdout.trim();
  };
  const fonts = ['en', 'hi', 'ta', 'ur'].map((lang) =>
    run('fc-match', '--format=%{file} %{fontversion}', `sans:lang=${lang}`),
  );
  return [executable ? run(executable, '--version') : '', ...fonts].join('\n');
}

/** Whether this machine draws letters as in the references: the same fonts, and the same major version of the browser. */
export function drawsAsReferences(): boolean {
  return existsSync(MADE_WITH) && comparable(readFileSync(MADE_WITH, 'utf8')) === comparable(renderingOf());
}

function comparable(rendering: string): string {
  const [browser = '', ...fonts] = rendering.trim().split('\n');
  return [/\d+/.exec(browser)?.[0], ...fonts].join('\n');
}
