import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';
import { elementManifest } from './element-manifest.js';

/** The files with which editors describe the element, by their name in `dist/`: the manifest and two formats made from it. */
export function editorData(): Record<string, string> {
  const manifest = elementManifest();
  // the types of both generators allow only declarations of elements; they ignore others
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
