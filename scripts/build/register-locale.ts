import { basename } from 'node:path';
import type { Plugin } from 'vite';

const marker = '?register';

/** The entry of a language's file for script tags, which {@link registerLocale} generates. */
export const registeredLocale = (localeFile: string): string => localeFile + marker;

/** Generates a module that registers the messages of a language as soon as the tag is defined. */
export const registerLocale = (): Plugin => ({
  name: 'register-locale',
  load(id) {
    if (!id.endsWith(marker)) return null;
    const localeFile = basename(id.slice(0, -marker.length));
    return `import messages from ${JSON.stringify(`./${localeFile}`)};
      customElements.whenDefined('enkash-vkyc-button').then((button) =>
        button.registerMessages(${JSON.stringify(basename(localeFile, '.ts'))}, messages));`;
  },
});
