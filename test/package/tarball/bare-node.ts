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

/** The side effects of importing modules in Node. */
export interface ImportEffects {
  /** The browser globals that code of the package itself accessed; those that Lit shims are not counted for Lit. */
  readonly touched: readonly string[];
  readonly registered: boolean;
}

const script = (specifiers: readonly string[]) => `
  const touched = new Set();
  for (const name of ${JSON.stringify(BROWSER_GLOBALS)}) {
    const current = globalThis[name];
    Object.defineProperty(globalThis, name, {
      configurable: true,
      get() {
        const [, , caller = ''] = new Error().stack.split('\\n');
        if (caller.includes('/enkash-vkyc-button/')) touched.add(name);
        return current;
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

/** Imports modules of the installed package in a new Node process. */
export function importInNode({ folder }: Partner, specifiers: readonly string[]): ImportEffects {
  const args = ['--no-warnings', '--input-type=module', '--eval', script(specifiers)];
  return JSON.parse(execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })) as ImportEffects;
}
