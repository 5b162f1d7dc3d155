import { copyText } from '../copy-text.js';
import type { CodeFile } from './code-file.js';
import { highlight } from './highlight.js';

/** Shows the files of a snippet, the first ones open, each with its own button to copy it. */
export function showFiles(panel: HTMLElement, files: readonly CodeFile[], openCount: number): void {
  panel.replaceChildren(...files.map((file, index) => createFile(file, index < openCount)));
}

function createFile(file: CodeFile, isOpen: boolean): HTMLElement {
  const details = document.createElement('details');
  details.className = 'file';
  details.open = isOpen;
  const summary = document.createElement('summary');
  summary.textContent = file.name;
  const copy = document.createElement('button');
  copy.type = 'button';
  copy.className = 'copy';
  copy.textContent = 'Copy';
  copy.setAttribute('aria-label', `Copy ${file.name}`);
  copy.addEventListener('click', () => void copyText(file.code, copy));
  const pre = document.createElement('pre');
  pre.className = 'snippet';
  pre.tabIndex = 0;
  pre.setAttribute('role', 'region');
  pre.setAttribute('aria-label', `Code of ${file.name}`);
  const code = document.createElement('code');
  code.textContent = file.code;
  pre.append(code);
  details.append(summary, copy, pre);
  const colour = () => void highlight(code, file);
  if (isOpen) colour();
  else details.addEventListener('toggle', colour, { once: true });
  return details;
}
