import type { RequirementName } from '../requirements.js';

/** A folder of examples/, and how it is built and served. */
export interface Example {
  readonly name: string;
  /** Whether it has an `npm run build`. */
  readonly builds: boolean;
  /** The folder that the examples' backend serves, or the command of its own server on a port. */
  readonly served: string | ((port: number) => readonly [command: string, ...args: string[]]);
  /** Whether the server's HTML contains the tag. */
  readonly rendersTag?: boolean;
  /** The command of its development server, which warns of hydration mismatches. */
  readonly development?: (port: number) => readonly [command: string, ...args: string[]];
  /** A program that npm does not install. */
  readonly needs?: RequirementName;
}

/** Every example that `npm run test:examples` runs. */
export const EXAMPLES: readonly Example[] = [
  { name: 'html', builds: false, served: '.' },
  { name: 'react', builds: true, served: 'dist' },
  { name: 'preact', builds: true, served: 'dist' },
  { name: 'solid', builds: true, served: 'dist' },
  { name: 'vue', builds: true, served: 'dist' },
  { name: 'svelte', builds: true, served: 'dist' },
  { name: 'angular', builds: true, served: 'dist' },
  {
    name: 'next',
    builds: true,
    rendersTag: true,
    served: (port) => ['node_modules/.bin/next', 'start', '--port', String(port)],
    development: (port) => ['node_modules/.bin/next', 'dev', '--port', String(port)],
  },
  {
    name: 'nuxt',
    builds: true,
    rendersTag: true,
    served: () => ['node', '.output/server/index.mjs'],
  },
  {
    name: 'backends/php',
    builds: false,
    rendersTag: true,
    needs: 'php',
    served: (port) => ['php', '-S', `127.0.0.1:${port}`],
  },
];

/** A folder of examples/testing: a partner's own tests, which `npm test` in it runs. */
export interface TestingExample {
  readonly name: string;
  /** Prepares it after it was installed, with a command of its own tools. */
  readonly prepare?: readonly [command: string, ...args: string[]];
}

/** The recipes of docs/testing.md, which `npm test` and `npm run test:examples` run. */
export const TESTING_EXAMPLES: readonly TestingExample[] = [
  { name: 'testing/vitest', prepare: ['npx', 'msw', 'init', 'public', '--save'] },
  { name: 'testing/jest' },
  { name: 'testing/playwright' },
  { name: 'testing/cypress' },
];
