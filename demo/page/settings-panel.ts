import type { EnkashVkycButton } from '../../src/define.js';
import { findElement } from './find-element.js';
import { loadLanguage } from './load-language.js';
import { snippet } from './snippet.js';

/** Lets the developer set the button's attributes, and shows the matching tag. */
export function startSettingsPanel(button: EnkashVkycButton): void {
  const code = findElement('#snippet', HTMLElement);
  const fields = document.querySelectorAll<HTMLSelectElement | HTMLInputElement>('[data-attribute]');
  const update = () => {
    const set = new Map<string, string>();
    for (const field of fields) {
      const name = field.dataset['attribute'] ?? '';
      const value = valueOf(field);
      if (value === null) button.removeAttribute(name);
      else {
        button.setAttribute(name, value);
        set.set(name, value);
      }
    }
    void loadLanguage(set.get('lang') ?? 'en');
    code.textContent = snippet(set);
    // The page follows the button's theme.
    findElement('#wallet', HTMLElement).dataset['theme'] = button.theme;
  };
  for (const field of fields) field.addEventListener('change', update);
  update();

  const copied = findElement('#copied', HTMLElement);
  findElement('#copy', HTMLButtonElement).addEventListener('click', () => {
    navigator.clipboard.writeText(code.textContent).then(
      () => (copied.textContent = 'Copied.'),
      () => (copied.textContent = 'The browser does not allow copying. Select the text instead.'),
    );
  });
}

/** The attribute's value; null for the button's default. */
function valueOf(field: HTMLSelectElement | HTMLInputElement): string | null {
  if (field instanceof HTMLInputElement) return field.checked ? '' : null;
  return field.selectedIndex === 0 ? null : field.value;
}
