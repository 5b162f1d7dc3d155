/**
 * A tag with one attribute per line.
 * @param attributes each as its framework writes it
 */
export const tag = (name: string, attributes: readonly string[]): string =>
  `<${name}\n${attributes.map((attribute) => `  ${attribute}\n`).join('')}></${name}>`;

/** The attributes as HTML writes them; frameworks with templates take them so as well. */
export const htmlAttributes = (attributes: ReadonlyMap<string, string>): readonly string[] =>
  [...attributes].map(([name, value]) => (value === '' ? name : `${name}="${value}"`));

/** Moves every line of a text to the right, but empty ones. */
export const indent = (text: string, spaces: number): string => text.replace(/^(?=.)/gm, ' '.repeat(spaces));
