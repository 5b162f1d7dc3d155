import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
};

/** The first of several programs that is on the `PATH`. */
export const findOnPath = (...names: readonly string[]): string | undefined =>
  names
    .flatMap((name) => (process.platform === 'win32' ? [`${name}.exe`] : [name]))
    .flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)))
    .find(isExecutable);

/**
 * The program that an environment variable names; undefined when the variable is not set.
 * @throws when the variable names no file.
 */
export const fromVariable = (variable: string): string | undefined => {
  const path = process.env[variable];
  if (!path) return undefined;
  if (!existsSync(path))
    throw new Error(`${variable} names no file: ${path}. Set it to the path of the program, or unset it.`);
  return path;
};
