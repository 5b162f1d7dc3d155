import type { SceneContext } from './scene.js';

/**
 * The first match of a selector in the element's shadow root.
 * @throws {Error} when there is none.
 */
export function findInShadow({ element }: Pick<SceneContext, 'element'>, selector: string): HTMLElement {
  const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The shadow root has no ${selector} in the state "${element.state}".`);
  return found;
}

/** All visible matches of a selector in the element's shadow root. */
export function findVisible({ element }: Pick<SceneContext, 'element'>, selector: string): HTMLElement[] {
  const found = element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [];
  return [...found].filter((one) => one.checkVisibility({ visibilityProperty: true }));
}
