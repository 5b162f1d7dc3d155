import type { CustomElementDeclaration, Package } from 'custom-elements-manifest';

/**
 * The declaration of the element in a custom elements manifest.
 * @throws {Error} when there is none.
 */
export function elementIn({ modules }: Package): CustomElementDeclaration {
  const element = modules
    .flatMap(({ declarations = [] }) => declarations)
    .find((one): one is CustomElementDeclaration => 'tagName' in one && one.tagName === 'enkash-vkyc-button');
  if (!element) throw new Error('The manifest describes no enkash-vkyc-button.');
  return element;
}
