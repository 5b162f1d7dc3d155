/** Below this many letters of its own size, the element is narrow: as with large text on a small screen. */
const NARROW_EM = 14;

/**
 * Marks the parent of a ruler with `data-narrow` while it has little space for its text. A container query would do the
 * same, but takes a third of the time for style and layout of the whole element, and leaves the parent without a width of
 * its own.
 *
 * @param ruler as wide as its parent, and one letter high
 */
export function markNarrow(ruler: Element | null): void {
  try {
    const observer = new ResizeObserver(([entry]: Partial<ResizeObserverEntry>[]) => {
      const size = entry?.contentBoxSize?.[0];
      const box = ruler?.parentElement;
      if (!size || !box) return;
      // one more to get rid of the mark: a scroll bar that goes because of it must not turn it back
      const letters = NARROW_EM + Number(box.hasAttribute('data-narrow'));
      box.toggleAttribute('data-narrow', size.inlineSize < letters * size.blockSize);
    });
    if (ruler) observer.observe(ruler);
  } catch {
    // Test environments have none, or a stub, and no layout either.
  }
}
