/** How the button gets into a page: as the file for script tags, or as modules of the npm package. */
export type ScriptKind = 'script-tag-file' | 'npm-module';

/** A script that defines the button. */
export interface OurScript {
  readonly kind: ScriptKind;
  /** Equal for two URLs that lead to the same copy of the code. */
  readonly copy: string;
}

const NAME = 'enkash-vkyc-button';

/** `enkash-vkyc-button.js`, also with a version or hash in its name. */
const FILE = /^enkash-vkyc-button(?:[-._@][\w.~-]*)?\.m?js$/i;

/** What the package exports besides the button. */
const OTHER_EXPORT = /^(?:dist\/)?(?:cdn\/)?(?:locales|types|server|sandbox|doctor|cli|chunks)\b/;

/** The script that a URL leads to, if it defines the button; null for any other. */
export function ourScriptAt(url: URL): OurScript | null {
  const segments = url.pathname.split('/');
  const start = segments.findLastIndex((segment) => new RegExp(`^${NAME}(?:@[^/]*)?$`, 'i').test(segment));
  const inPackage = start === -1 ? null : segments.slice(start + 1).join('/');
  if (inPackage !== null && OTHER_EXPORT.test(inPackage)) return null;
  const address = url.origin + url.pathname + url.search;
  if (FILE.test(segments.at(-1) ?? '') || inPackage === '') return { kind: 'script-tag-file', copy: address };
  if (inPackage === null) return null;
  return { kind: 'npm-module', copy: url.origin + segments.slice(0, start + 1).join('/') };
}

/** The script that a bare specifier such as `enkash-vkyc-button/react` stands for; null for any other specifier. */
export function ourScriptNamed(specifier: string): OurScript | null {
  const [, rest] = /^enkash-vkyc-button(?:\/(.*))?$/.exec(specifier) ?? [];
  const isOurs =
    specifier.startsWith(NAME) &&
    !OTHER_EXPORT.test(rest ?? '') &&
    /^$|^define|^react$|^vue$/.test(rest ?? '');
  return isOurs ? { kind: 'npm-module', copy: NAME } : null;
}

/** The language of a file such as `locales/hi.js`; null for any other URL. */
export const localeAt = (url: URL): string | null =>
  /\/locales\/([a-z]{2})\.m?js$/.exec(url.pathname)?.[1] ?? null;
