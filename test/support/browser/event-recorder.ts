/** An entry of the page's record: an event of the element with its detail, a CSP violation, or a return from the cache for Back. */
export interface RecordedEvent {
  readonly type: string;
  readonly [detail: string]: unknown;
}

/**
 * A script that records events in `recordedEvents`, in order, and defines `pageContents()`: everything that the page
 * holds, as text. A file of its own, because a strict CSP allows no inline script.
 */
export const EVENT_RECORDER = `
globalThis.recordedEvents = [];
for (const name of ['start', 'open', 'downgrade', 'close', 'status-change', 'availability-change', 'session-expired', 'error'])
  document.addEventListener('vkyc-' + name, ({ type, detail }) => recordedEvents.push({ type, ...detail }));
document.addEventListener('securitypolicyviolation', ({ type, effectiveDirective }) =>
  recordedEvents.push({ type, effectiveDirective }));
addEventListener('pageshow', ({ persisted }) => persisted && recordedEvents.push({ type: 'restored' }));
globalThis.pageContents = () => {
  const texts = [];
  const walk = (node) => {
    texts.push(node.nodeValue ?? '');
    if (node.attributes) for (const { name, value } of node.attributes) texts.push(name, value);
    for (const child of [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes]) walk(child);
  };
  walk(document);
  texts.push(JSON.stringify(recordedEvents), JSON.stringify(history.state), document.cookie);
  texts.push(JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }));
  texts.push(JSON.stringify(performance.getEntries()));
  return texts.join('\\n');
};
`;
