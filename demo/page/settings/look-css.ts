import { BRANDS } from './brands.js';
import { ofKind, valueOf, type Settings } from './settings.js';

/** The custom properties that the settings give the tag, by name without the prefix: those of the brand, and over them the chosen ones. */
export function tokensOf(settings: Settings): Readonly<Record<string, string>> {
  return { ...BRANDS[valueOf(settings, 'brand')]?.tokens, ...Object.fromEntries(ofKind(settings, 'token')) };
}

/** The style sheet of the button's look, which the page applies and the snippets show; empty for the button's own look. */
export function lookCss(settings: Settings): string {
  const { tag = {}, rules = '' } = BRANDS[valueOf(settings, 'brand')] ?? {};
  const lines = [
    ...Object.entries(tokensOf(settings)).map(([name, value]) => `--vkyc-${name}: ${value};`),
    ...Object.entries(tag).map(([name, value]) => `${name}: ${value};`),
  ];
  const own =
    lines.length > 0 ? [`enkash-vkyc-button {\n${lines.map((line) => `  ${line}\n`).join('')}}`] : [];
  return [...own, ...(rules === '' ? [] : [rules])].join('\n');
}
