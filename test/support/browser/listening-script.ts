/** What the page heard, in order: the element's events with their details, and violations of its security policy. */
export interface Heard {
  readonly type: string;
  readonly [detail: string]: unknown;
}

/** A page's script that writes down all that it hears, and can tell all that the page holds. Strict CSP allows it as a file. */
export const LISTENING_SCRIPT = `
globalThis.heard = [];
for (const name of ['start', 'open', 'downgrade', 'close', 'status-change', 'availability-change', 'session-expired', 'error'])
  document.addEventListener('vkyc-' + name, ({ type, detail }) => heard.push({ type, ...detail }));
document.addEventListener('securitypolicyviolation', ({ type, effectiveDirective }) => heard.push({ type, effectiveDirective }));
addEventListener('pageshow', ({ persisted }) => persisted && heard.push({ type: 'restored' }));
globalThis.everythingHeld = () => {
  const told = [];
  const walk = (node) => {
    told.push(node.nodeValue ?? '');
    if (node.attributes) for (const { name, value } of node.attributes) told.push(name, value);
    for (const child of [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes]) walk(child);
  };
  walk(document);
  told.push(JSON.stringify(heard), JSON.stringify(history.state), document.cookie);
  told.push(JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }));
  told.push(JSON.stringify(performance.getEntries()));
  return told.join('\\n');
};
`;
