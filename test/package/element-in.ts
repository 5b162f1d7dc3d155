import type { CustomElementDeclaration, Package } from 'custom-elements-manifest';

/** The element that a custom elements manifest describes. */
export function elementIn({ modules }: Package): CustomElementDeclaration {
  const element = modules
    .flatMap(({ declarations = [] }) => declarations)
    .find((one): one is CustomElementDeclaration => 'tagName' in one && one.tagName === 'enkash-vkyc-button');
  if (!element) throw new Error('The manifest describes no enkash-vkyc-button.');
  return element;
}
