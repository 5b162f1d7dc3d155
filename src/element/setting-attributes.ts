import type { LitElement, PropertyDeclarations } from 'lit';
import type { ButtonSettings } from './button-settings.js';
import { EnkashVkycButton } from './enkash-vkyc-button.js';

// From the class itself: Lit does not finalize the properties of a second copy of the script, which is never registered.
const declarations: PropertyDeclarations = EnkashVkycButton.properties;

/** The name of a property that a page can set. */
export type SettingName = Exclude<keyof ButtonSettings, keyof LitElement>;

/** The names of all settings. */
export const SETTINGS: readonly string[] = Object.keys(declarations);

const attributes = new Map<string, string>();

/** The settings without an attribute: objects and functions. */
export const OBJECT_SETTINGS: readonly string[] = Object.entries(declarations).flatMap(
  ([name, { attribute }]) => {
    if (attribute === false) return [name];
    attributes.set(name, typeof attribute === 'string' ? attribute : name.toLowerCase());
    return [];
  },
);

/**
 * Renames each setting to its attribute, since frameworks render attributes, not properties, on the server. Omits a setting
 * that is `false`: React 18 would render it as a string.
 */
export function withAttributes(props: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(props).map(([name, value]: [string, unknown]) => {
      const attribute = attributes.get(name);
      return attribute === undefined ? [name, value] : [attribute, attributeValue(value)];
    }),
  );
}

function attributeValue(value: unknown): unknown {
  if (value === false || value === 'false') return undefined;
  return Array.isArray(value) ? value.join(' ') : value;
}
