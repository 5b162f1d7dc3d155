import { execFileSync } from 'node:child_process';
import type { Partner } from './install-package.js';

const BROWSER_GLOBALS = [
  'window',
  'document',
  'navigator',
  'location',
  'history',
  'customElements',
  'HTMLElement',
  'CSSStyleSheet',
  'localStorage',
  'sessionStorage',
  'matchMedia',
  'requestAnimationFrame',
  'addEventListener',
];

/** What modules did when bare Node imported them. */
export interface Imports {
  /** The browser globals that code of the package itself asked for; what Lit puts in their place is its own affair. */
  readonly touched: readonly string[];
  readonly registered: boolean;
}

const script = (specifiers: readonly string[]) => `
  const touched = new Set();
  for (const name of ${JSON.stringify(BROWSER_GLOBALS)}) {
    const given = globalThis[name];
    Object.defineProperty(globalThis, name, {
      configurable: true,
      get() {
        const [, , asker = ''] = new Error().stack.split('\\n');
        if (asker.includes('/enkash-vkyc-button/')) touched.add(name);
        return given;
      },
      set(value) {
        Object.defineProperty(globalThis, name, { configurable: true, writable: true, value });
      },
    });
  }
  for (const specifier of ${JSON.stringify(specifiers)})
    await import(specifier, specifier.endsWith('.json') ? { with: { type: 'json' } } : undefined);
  const registered = globalThis.customElements?.get('enkash-vkyc-button') !== undefined;
  console.log(JSON.stringify({ touched: [...touched], registered }));`;

/** Imports modules of the installed package into one new Node that has nothing else. */
export function importInNode({ folder }: Partner, specifiers: readonly string[]): Imports {
  const args = ['--no-warnings', '--input-type=module', '--eval', script(specifiers)];
  return JSON.parse(execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })) as Imports;
}
