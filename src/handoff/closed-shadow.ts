/**
 * Puts a node in a closed shadow root whose reference nobody holds, so that neither scripts nor serialized markup can
 * reach it.
 *
 * Some session recorders patch `attachShadow()` to keep a reference to every root, closed ones too. They get the root of
 * the original host, which is emptied at once; the host's clone has a root of its own that was never passed to anyone.
 *
 * @returns the host, to be inserted into the page
 */
export function closedShadow(content: Element): Element {
  const original = document.createElement('div');
  const root = original.attachShadow({ mode: 'closed', clonable: true });
  root.append(content);
  // Browsers before 2024 do not clone shadow roots.
  if (!root.clonable) return original;
  const clone = original.cloneNode() as Element;
  root.replaceChildren();
  return clone;
}
