import { basename } from 'node:path';
import type { Plugin } from 'vite';

const marker = '?register';

/** The entry of a language's file for script tags: {@link registerLocale} answers it. */
export const registeredLocale = (localeFile: string): string => localeFile + marker;

/** Wraps the words of a language into a module that registers them once the tag is defined. */
export const registerLocale = (): Plugin => ({
  name: 'register-locale',
  load(id) {
    if (!id.endsWith(marker)) return null;
    const localeFile = id.slice(0, -marker.length);
    return `import words from ${JSON.stringify(localeFile)};
      customElements.whenDefined('enkash-vkyc-button').then((button) =>
        button.registerMessages(${JSON.stringify(basename(localeFile, '.ts'))}, words));`;
  },
});
