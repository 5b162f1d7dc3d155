import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';
import { elementManifest } from './element-manifest.js';

/** The files that editors read of the element, by their name in `dist/`: the manifest, and what is made from it. */
export function editorData(): Record<string, string> {
  const manifest = elementManifest();
  // the two generators read elements alone, and say so in their types
  const elements = manifest as Parameters<typeof getWebTypesData>[0];
  const texts = {
    'custom-elements.json': JSON.stringify(manifest),
    'vscode.html-custom-data.json': getVsCodeHtmlCustomData(elements, { hideLogs: true }),
    'web-types.json': getWebTypesData(elements, { hideLogs: true }),
  };
  return Object.fromEntries(
    Object.entries(texts).map(([file, text]) => [file, `${JSON.stringify(JSON.parse(text), null, 2)}\n`]),
  );
}
