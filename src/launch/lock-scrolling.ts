/**
 * Keeps a page from scrolling, without moving its content. The lock is a style sheet of its own: it shares nothing with
 * locks of the page, so that they may begin and end in any order. Returns the function that unlocks.
 */
export function lockScrolling(page: Document): () => void {
  const { defaultView: view, documentElement: root, body } = page;
  if (!view) return () => {};
  // The viewport scrolls by the overflow of the body while the root has none of its own.
  const isVisible = (element: Element) => view.getComputedStyle(element).overflowY === 'visible';
  const scroller = isVisible(root) && !isVisible(body) ? 'body' : 'html';
  const gutter = view.innerWidth > root.clientWidth ? 'html{scrollbar-gutter:stable!important}' : '';
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(`${scroller}{overflow:hidden!important}${gutter}`);
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];

  return () => {
    // Emptied too: the page may put back a list that it read during the call.
    sheet.replaceSync('');
    page.adoptedStyleSheets = page.adoptedStyleSheets.filter((each) => each !== sheet);
  };
}
