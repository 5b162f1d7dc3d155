import { runInNewContext } from 'node:vm';
import { Window as HappyWindow } from 'happy-dom';
import { JSDOM, VirtualConsole } from 'jsdom';

/** A test DOM whose members are globals of this process, as the environments of test runners set them up. */
export interface TestDom {
  /** Ends the window and removes its globals, as a test runner does after a test file. */
  tearDown(): Promise<void>;
}

/** Globals of the language, and those of Node that a test DOM does not replace. */
const OF_NODE = new Set([
  ...(runInNewContext('Object.getOwnPropertyNames(globalThis)') as readonly string[]),
  ...['global', 'process', 'console', 'Buffer', 'performance'],
  ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'queueMicrotask'],
]);

/**
 * @param missing names of globals and of their members (`AbortSignal.any`) that this environment shall lack
 */
export function installDom(name: 'jsdom' | 'happy-dom', missing: readonly string[]): TestDom {
  const { window, close } = name === 'jsdom' ? createJsdom() : createHappyDom();
  const installed: string[] = [];
  for (const key of Object.getOwnPropertyNames(window)) {
    if (OF_NODE.has(key)) continue;
    const value: unknown = Reflect.get(window, key);
    Object.defineProperty(globalThis, key, { configurable: true, writable: true, value });
    installed.push(key);
  }
  for (const key of ['window', 'self', 'parent', 'top'])
    Object.defineProperty(globalThis, key, { configurable: true, writable: true, value: globalThis });
  for (const key of ['addEventListener', 'removeEventListener', 'dispatchEvent'] as const)
    Object.defineProperty(globalThis, key, {
      configurable: true,
      writable: true,
      value: window[key].bind(window),
    });
  for (const path of missing) removeMember(path);
  return {
    async tearDown() {
      await close();
      for (const key of [...installed, 'window', 'self', 'parent', 'top', 'dispatchEvent'])
        Reflect.deleteProperty(globalThis, key);
    },
  };
}

/** Removes `Name` or `Name.member`, or a member of its prototype. */
function removeMember(path: string): void {
  const [global = '', member] = path.split('.');
  if (member === undefined) {
    Reflect.deleteProperty(globalThis, global);
    return;
  }
  const owner: unknown = Reflect.get(globalThis, global);
  if (typeof owner !== 'function') return;
  Reflect.deleteProperty(owner, member);
  const prototype: unknown = owner.prototype;
  if (typeof prototype === 'object' && prototype !== null) Reflect.deleteProperty(prototype, member);
}

function createJsdom() {
  const virtualConsole = new VirtualConsole();
  virtualConsole.on('jsdomError', (error) => console.error(`jsdom: ${error.message}`));
  const { window } = new JSDOM('<!doctype html><html lang="en"><body></body></html>', {
    url: 'https://shop.example/limits',
    virtualConsole,
  });
  return {
    window,
    close: () => {
      window.close();
      return Promise.resolve();
    },
  };
}

function createHappyDom() {
  const window = new HappyWindow({ url: 'https://shop.example/limits' });
  window.document.documentElement.lang = 'en';
  return { window: window as unknown as Window, close: () => window.happyDOM.close() };
}
