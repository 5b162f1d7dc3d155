let locks = 0;
let overflowBefore = '';

/** Keeps the page behind a dialog from scrolling; counted, so that the last release restores what was there. */
export function lockScroll(): () => void {
  const { style } = document.documentElement;
  if (locks++ === 0) {
    overflowBefore = style.overflow;
    style.overflow = 'hidden';
  }
  let released = false;
  return () => {
    if (released) return;
    released = true;
    if (--locks === 0) style.overflow = overflowBefore;
  };
}
