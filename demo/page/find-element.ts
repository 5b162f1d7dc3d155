/**
 * The first element that matches a selector.
 * @throws {Error} when the page has none, or one of another class.
 */
export function findElement<Kind extends Element>(selector: string, kind: new () => Kind): Kind {
  const found = document.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`The page has no ${selector}.`);
}
