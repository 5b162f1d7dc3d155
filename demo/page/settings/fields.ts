import { isSettingName, SETTINGS, type SettingName } from './setting-table.js';
import type { SettingsStore } from './settings-store.js';
import { valueOf, type Settings } from './settings.js';
import { shownToken } from './shown-token.js';

type Field = HTMLInputElement | HTMLSelectElement;

/** Connects every field of the page that names a setting with the store, in both directions. */
export function startFields(store: SettingsStore): void {
  for (const field of document.querySelectorAll<Field>('[data-setting]')) {
    const name = nameOf(field);
    field.addEventListener('input', () => {
      const value = chosenValue(field);
      store.set(name, value);
      if (isText(field)) markValidity(field, name);
    });
    // a text that was refused stays for correction until the field is left
    field.addEventListener('change', () => showValue(field, name, store.get()));
    store.subscribe((settings) => {
      if (!(isText(field) && field === document.activeElement)) showValue(field, name, settings);
    });
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-take-back]')) {
    const name = button.dataset['takeBack'] ?? '';
    if (!isSettingName(name)) continue;
    button.addEventListener('click', () => store.set(name, SETTINGS[name].initial));
    store.subscribe((settings) => {
      button.disabled = !settings.has(name);
    });
  }
}

function nameOf({ dataset }: Field): SettingName {
  const name = dataset['setting'] ?? '';
  if (isSettingName(name)) return name;
  throw new Error(`There is no setting ${name}.`);
}

const isText = (field: Field): field is HTMLInputElement =>
  field instanceof HTMLInputElement && field.type === 'text';

function chosenValue(field: Field): string {
  switch (field.type) {
    case 'checkbox':
      return field instanceof HTMLInputElement && field.checked ? 'true' : '';
    case 'range':
      return `${field.value}px`;
    case 'text':
      return field.value.trim();
    default:
      return field.value;
  }
}

function showValue(field: Field, name: SettingName, settings: Settings): void {
  const value = valueOf(settings, name);
  switch (field.type) {
    case 'checkbox':
      if (field instanceof HTMLInputElement) field.checked = value === 'true';
      break;
    case 'radio':
      if (field instanceof HTMLInputElement) field.checked = value === field.value;
      break;
    case 'color':
    case 'range':
      field.value = shownToken(settings, name);
      break;
    default:
      field.value = value;
      if (isText(field)) field.removeAttribute('aria-invalid');
  }
}

function markValidity(field: HTMLInputElement, name: SettingName): void {
  const value = field.value.trim();
  if (value === '' || SETTINGS[name].accepts(value)) field.removeAttribute('aria-invalid');
  else field.setAttribute('aria-invalid', 'true');
}
