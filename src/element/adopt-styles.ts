import { adoptStyles, supportsAdoptingStyleSheets, type CSSResultOrNative } from 'lit';

/** The styles of each shadow root, in their order. */
const stylesOf = new WeakMap<ShadowRoot, readonly CSSResultOrNative[]>();

/** Gives a shadow root further styles, after those it has. */
export function addStyles(root: ShadowRoot, styles: CSSResultOrNative): void {
  const before = stylesOf.get(root) ?? [];
  if (!before.includes(styles)) adoptStylesIn(root, [...before, styles]);
}

/** Gives a shadow root its styles again, after it was moved into another document, where browsers drop them. */
export function adoptStylesAgain(root: ShadowRoot): void {
  adoptStylesIn(root, stylesOf.get(root) ?? []);
}

/**
 * Gives a shadow root its styles, in whichever document it is. Constructed style sheets work only in the document that
 * they were constructed for, so in another one (a frame, a picture-in-picture window) they are constructed again.
 */
export function adoptStylesIn(root: ShadowRoot, styles: readonly CSSResultOrNative[]): void {
  stylesOf.set(root, styles);
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
