import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const home = process.env.HOME ?? '';

const FOLDERS = [
  '/usr/share/fonts',
  '/usr/local/share/fonts',
  join(home, '.local/share/fonts'),
  join(home, '.fonts'),
];

const FONT_FILE = /\.(ttf|ttc|otf|pfb)$/;

/**
 * The file of an installed font whose name matches, on Linux. Other systems bring fonts for every script, so there it
 * is the name of the system.
 */
export function findFont(name: RegExp): string | undefined {
  if (process.platform !== 'linux') return process.platform;
  for (const folder of FOLDERS.filter(existsSync)) {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const found = files.find((file) => FONT_FILE.test(file) && name.test(file));
    if (found !== undefined) return join(folder, found);
  }
  return undefined;
}
