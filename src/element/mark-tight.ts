/** Below this many letters of its own size, the element is tight: as with large text on a small screen. */
const TIGHT_EM = 14;

/**
 * Marks the parent of a ruler with `data-tight` while it has little space for its text. A container query would do the
 * same, but takes a third of the time for style and layout of the whole element, and leaves the parent without a width of
 * its own.
 *
 * @param ruler as wide as its parent, and one letter high
 * @returns the observer; null where there is no layout, as in test environments
 */
export function markTight(ruler: Element | null): ResizeObserver | null {
  // that of another window would report errors to its page
  const view = ruler?.ownerDocument.defaultView;
  if (!view) return null;
  try {
    const observer = new view.ResizeObserver(([entry]: Partial<ResizeObserverEntry>[]) => {
      const size = entry?.contentBoxSize?.[0];
      const box = ruler.parentElement;
      if (!size || !box) return;
      // one more to get rid of the mark: a scroll bar that goes because of it must not turn it back
      const letters = TIGHT_EM + Number(box.hasAttribute('data-tight'));
      box.toggleAttribute('data-tight', size.inlineSize < letters * size.blockSize);
    });
    observer.observe(ruler);
    return observer;
  } catch {
    // none, or a stub
    return null;
  }
}
