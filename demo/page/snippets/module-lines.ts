import type { CodeFile } from './code-file.js';
import { objectLiteral } from './object-literal.js';
import type { TagSettings } from './tag-settings.js';

/** Code of a module that comes before the component: the texts of a language, and the page's own. */
export interface ModuleLines {
  /** Imports for the language. */
  readonly imports: readonly string[];
  /** Statements after the imports, each followed by an empty line. */
  readonly statements: string;
}

/** What a module needs for a language, and for texts of the page's own in a constant named `messages`. */
export function moduleLines({ lang, messages }: TagSettings): ModuleLines {
  return {
    imports:
      lang === null
        ? []
        : [
            "import { EnkashVkycButton } from 'enkash-vkyc-button';",
            `import ${localName(lang)} from 'enkash-vkyc-button/locales/${lang}.js';`,
          ],
    statements: [
      ...(lang === null ? [] : [`EnkashVkycButton.registerMessages('${lang}', ${localName(lang)});\n\n`]),
      ...(messages === null ? [] : [`const messages = ${objectLiteral(messages)};\n\n`]),
    ].join(''),
  };
}

/** The style sheet of the look as a file; none without a look. */
export const styleFiles = ({ css }: TagSettings, name: string): readonly CodeFile[] =>
  css === '' ? [] : [{ name, language: 'css', code: css }];

/** A word that JavaScript keeps for itself cannot name an import: `as` may, but is hard to read. */
const localName = (lang: string): string => (lang === 'as' || lang === 'or' ? `${lang}Messages` : lang);
