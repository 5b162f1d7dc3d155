/** Adds a style sheet to the page or to a shadow root. The returned function removes it. */
export function addStyles(css: string, root: DocumentOrShadowRoot = document): () => void {
  const before = [...root.adoptedStyleSheets];
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...before, sheet];
  return () => {
    root.adoptedStyleSheets = before;
  };
}
