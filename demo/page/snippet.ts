/**
 * The tag as a partner writes it. The session URL is left for the partner's own template to fill in.
 * @param attributes In the order in which they are to appear; an empty value is an attribute without one.
 */
export function snippet(attributes: ReadonlyMap<string, string>): string {
  const lines = [...attributes].map(([name, value]) => `\n  ${value === '' ? name : `${name}="${value}"`}`);
  return `<script type="module"
  src="/enkash-vkyc-button.js"></script>

<enkash-vkyc-button
  session-endpoint="{{ session.endpoint }}"${lines.join('')}
></enkash-vkyc-button>`;
}
