/** What an audit of colours, sizes and visibility reads. */
const STYLES = [
  'color',
  'background-color',
  'font-size',
  'font-weight',
  'display',
  'visibility',
  'position',
] as const;

/**
 * A copy of an element as it is rendered: shadow roots and slots are resolved, and computed styles stand in `style`.
 * For tools that know no shadow DOM.
 */
export function flatCopy(element: Element): HTMLElement {
  const isTransparent = element.shadowRoot !== null || element instanceof HTMLSlotElement;
  const copy = isTransparent ? document.createElement('span') : withAttributes(element);
  copyStyles(element, copy);
  for (const child of childrenOf(element))
    if (child instanceof Element) copy.append(flatCopy(child));
    else if (child instanceof Text) copy.append(child.data);
  return copy;
}

function childrenOf(element: Element): readonly Node[] {
  if (element instanceof HTMLSlotElement) {
    const assigned = element.assignedNodes();
    if (assigned.length > 0) return assigned;
  }
  const { childNodes } = element.shadowRoot ?? element;
  // a frame has its own page, and a style sheet no text that is read
  return element instanceof HTMLIFrameElement ? [] : [...childNodes];
}

/** An element of the same kind, with the same attributes. A dialog becomes a group, as a copy cannot be modal. */
function withAttributes(element: Element): HTMLElement {
  const clone = element.cloneNode(false);
  if (clone instanceof HTMLDialogElement) return document.createElement('section');
  if (clone instanceof HTMLElement) return clone;
  const icon = document.createElement('span');
  icon.ariaHidden = 'true';
  return icon;
}

function copyStyles(from: Element, to: HTMLElement): void {
  const computed = getComputedStyle(from);
  for (const name of STYLES) to.style.setProperty(name, computed.getPropertyValue(name));
}
