import type { PropertyDeclarations } from 'lit';
import { EnkashVkycButton } from '../element/enkash-vkyc-button.js';

// as the class says: Lit itself knows nothing of a second copy, as that is never registered
const declarations: PropertyDeclarations = EnkashVkycButton.properties;

const attributes = new Map<string, string>();

/** The settings without an attribute: objects and functions, which no HTML can hold. */
export const OBJECT_SETTINGS: readonly string[] = Object.entries(declarations).flatMap(
  ([name, { attribute }]) => {
    if (attribute === false) return [name];
    attributes.set(name, typeof attribute === 'string' ? attribute : name.toLowerCase());
    return [];
  },
);

/**
 * Props with each setting under the name of its attribute, as React's server writes attributes and no properties.
 * A setting that is `false` is left out: React 18 would write it as text.
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
