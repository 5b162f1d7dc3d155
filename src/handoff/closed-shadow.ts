/**
 * Shows a drawing in a closed shadow root that nobody has: no walk over the page finds it and no markup holds it. Some of
 * the tools that record a customer's session take each root from `attachShadow()`. They get that of the first element,
 * whose drawing is gone; its copy has a root of its own, which nothing gives away.
 */
export function closedShadow(drawing: Element): Element {
  const first = document.createElement('div');
  const root = first.attachShadow({ mode: 'closed', clonable: true });
  root.append(drawing);
  // Browsers before 2024 copy no root.
  if (!root.clonable) return first;
  const copy = first.cloneNode() as Element;
  root.replaceChildren();
  return copy;
}
