import { findElement } from '../find-element.js';

/** The colours that few pages change, with what each paints. */
const COLOURS: readonly (readonly [string, string])[] = [
  ['link', 'Links and icons'],
  ['text', 'Text'],
  ['muted', 'Sentence below'],
  ['surface', 'Quiet buttons'],
  ['dialog-surface', 'Badge and dialog'],
  ['focus', 'Focus ring'],
  ['info', 'In progress'],
  ['success', 'Verified'],
  ['warning', 'To do'],
  ['danger', 'Failure'],
];

/** Adds a row for each of these colours; it comes before the fields are connected. */
export function addTokenRows(): void {
  findElement('#more-colours', HTMLElement).append(...COLOURS.map(([name, title]) => createRow(name, title)));
}

function createRow(name: string, title: string): HTMLElement {
  const row = document.createElement('div');
  row.className = 'row';
  const label = document.createElement('label');
  label.htmlFor = name;
  const code = document.createElement('code');
  code.textContent = `--vkyc-${name}`;
  label.append(title, code);
  const field = document.createElement('input');
  field.type = 'color';
  field.id = name;
  field.dataset['setting'] = name;
  const takeBack = document.createElement('button');
  takeBack.type = 'button';
  takeBack.className = 'take-back';
  takeBack.dataset['takeBack'] = name;
  takeBack.textContent = '↺';
  takeBack.setAttribute('aria-label', `${title}: back to its own colour`);
  row.append(label, takeBack, field);
  return row;
}
