import { adoptStyles, supportsAdoptingStyleSheets, type CSSResultOrNative } from 'lit';

/**
 * Gives a shadow root its styles, in whichever document it is. Constructed style sheets work only in the document that
 * they were constructed for, so in another one (a frame, a picture-in-picture window) they are constructed again.
 */
export function adoptStylesIn(root: ShadowRoot, styles: readonly CSSResultOrNative[]): void {
  const view = root.ownerDocument.defaultView;
  if (view === window || !supportsAdoptingStyleSheets) adoptStyles(root, [...styles]);
  // A document without a window renders nothing.
  else if (view) root.adoptedStyleSheets = styles.map((style) => constructIn(view, style));
}

function constructIn(view: Window & typeof globalThis, style: CSSResultOrNative): CSSStyleSheet {
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync('cssText' in style ? style.cssText : '');
  return sheet;
}
