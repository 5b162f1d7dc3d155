/**
 * Writes the descriptions of the element for editors and documentation tools: `dist/custom-elements.json`, VS Code's
 * `dist/vscode.html-custom-data.json` and JetBrains' `dist/web-types.json`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editorData } from './editor-data.js';

const dist = join(import.meta.dirname, '../../dist');

for (const [file, text] of Object.entries(editorData())) writeFileSync(join(dist, file), text);
