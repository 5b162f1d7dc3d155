/**
 * The tag as a partner writes it, with a template placeholder for the session endpoint.
 * @param attributes In the order of the output; an empty string stands for an attribute without a value.
 */
export function snippet(attributes: ReadonlyMap<string, string>): string {
  const lines = [...attributes].map(([name, value]) => `\n  ${value === '' ? name : `${name}="${value}"`}`);
  return `<script type="module"
  src="/enkash-vkyc-button.js"></script>

<enkash-vkyc-button
  session-endpoint="{{ session.endpoint }}"${lines.join('')}
></enkash-vkyc-button>`;
}
