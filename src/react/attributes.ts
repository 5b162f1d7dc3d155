import type { PropertyDeclarations } from 'lit';
import { EnkashVkycButton } from '../element/enkash-vkyc-button.js';

// From the class itself: Lit does not finalize the properties of a second copy of the script, which is never registered.
const declarations: PropertyDeclarations = EnkashVkycButton.properties;

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
 * Renames each setting to its attribute, since React renders attributes, not properties, on the server. Omits a setting
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
