import { isObject } from '../../protocol/json-object.js';
import { localeAt, ourScriptAt, ourScriptNamed, type OurScript } from './our-script.js';
import type { LiveElement } from './walk-html.js';

/** A `<script>` that the browser runs. */
export interface PageScript {
  readonly element: LiveElement;
  readonly isModule: boolean;
  /** Where it comes from; null for an inline script. */
  readonly src: URL | null;
  /** What it defines the button with: itself, or what it imports. */
  readonly ours: readonly LoadedScript[];
  /** The language of a file such as `locales/hi.js`; null for any other. */
  readonly locale: string | null;
}

/** A copy of the button that a script tag or an inline script loads. */
export interface LoadedScript extends OurScript {
  /** Null for a bare specifier that no import map explains. */
  readonly url: URL | null;
}

const CLASSIC_TYPE =
  /^(?:(?:text|application)\/(?:x-)?(?:java|ecma)script|text\/(?:jscript|livescript|javascript1\.[0-5]))?$/i;

const IMPORT = /\bimport\s*(?:\(\s*|[\w*{$][^'"`;]{0,2000}?\bfrom\s*)?["'`]([^"'`\n]{1,2000})["'`]/g;

/** The scripts of a page, in document order, without data such as JSON. A script of ours is one, whatever its type. */
export function readScripts(elements: readonly LiveElement[], base: URL): readonly PageScript[] {
  const scripts = elements.filter(({ name }) => name === 'script');
  const importMap = readImportMap(scripts);
  return scripts.flatMap((element) => {
    const type = element.attributes.get('type') ?? '';
    const isModule = type.toLowerCase() === 'module';
    const address = element.attributes.get('src');
    const src = address === undefined ? null : resolve(address.trim(), base);
    const own = src === null ? null : ourScriptAt(src);
    if (!isModule && !CLASSIC_TYPE.test(type.trim()) && own === null) return [];
    const imported = address === undefined ? importsOf(element.text, importMap, base) : [];
    const ours = src !== null && own !== null ? [{ ...own, url: src }] : imported;
    return [{ element, isModule, src, ours, locale: src === null ? null : localeAt(src) }];
  });
}

function importsOf(code: string, importMap: ReadonlyMap<string, string>, base: URL): readonly LoadedScript[] {
  const withoutComments = code.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  return [...withoutComments.matchAll(IMPORT)].flatMap(([, specifier = '']) => {
    const target = mapped(specifier, importMap);
    const isAddress = /^(?:\.{0,2}\/|https?:)/.test(target);
    const url = isAddress ? resolve(target, base) : null;
    const ours = url === null ? ourScriptNamed(target) : (ourScriptAt(url) ?? ourScriptNamed(specifier));
    return ours === null ? [] : [{ ...ours, url }];
  });
}

function mapped(specifier: string, importMap: ReadonlyMap<string, string>): string {
  const exact = importMap.get(specifier);
  if (exact !== undefined) return exact;
  const prefixes = [...importMap].filter(([key]) => key.endsWith('/') && specifier.startsWith(key));
  const [longest] = prefixes.sort(([a], [b]) => b.length - a.length);
  return longest === undefined ? specifier : longest[1] + specifier.slice(longest[0].length);
}

function readImportMap(scripts: readonly LiveElement[]): ReadonlyMap<string, string> {
  const element = scripts.find(({ attributes }) => attributes.get('type')?.toLowerCase() === 'importmap');
  try {
    const map: unknown = JSON.parse(element?.text ?? '{}');
    const imports = isObject(map) && isObject(map.imports) ? map.imports : {};
    return new Map(
      Object.entries(imports).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return new Map();
  }
}

const resolve = (text: string, base: URL): URL | null =>
  URL.canParse(text, base) ? new URL(text, base) : null;
