import { fixture, html } from '@open-wc/testing';
import { directionOf, registerLanguages } from './languages.js';
import { playScene } from './play-scene.js';
import type { Scene, Stage } from './scene.js';

/** How the page around the element is. */
export interface Page {
  /** The tag of a language; English unless said. Urdu runs from right to left. */
  readonly lang?: string;
  /** `light` unless said. */
  readonly theme?: string;
}

/**
 * Plays scenes of the gallery in the tests of a suite, each in a `<main>` of a page that is as said, and ends them
 * after their test.
 */
export function onStage(): (scene: Scene, page?: Page) => Promise<Stage> {
  const stages: Stage[] = [];
  before(registerLanguages);
  afterEach(() => {
    for (const stage of stages.splice(0)) stage.leave();
    dressPage({});
  });
  return async (scene, page = {}) => {
    dressPage(page);
    const stage = await playScene(scene, await fixture<HTMLElement>(html`<main></main>`));
    stages.push(stage);
    return stage;
  };
}

/** Puts the page, with the stage on it, into another language and theme. */
export async function dress({ element }: Stage, page: Page): Promise<void> {
  dressPage(page);
  element.requestUpdate();
  await element.updateComplete;
}

function dressPage({ lang = 'en', theme = 'light' }: Page): void {
  const root = document.documentElement;
  root.lang = lang;
  root.dir = directionOf(lang);
  root.style.colorScheme = theme;
  root.style.background = theme === 'dark' ? DARK : LIGHT;
}

/** What the pages of the tests are painted with. */
const LIGHT = 'rgb(255, 255, 255)';
const DARK = 'rgb(16, 20, 29)';

/** What a selector finds in the element's shadow. */
export function inShadow(stage: Stage, selector: string): HTMLElement {
  const found = stage.element.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`The element shows no ${selector}.`);
  return found;
}

/** All that a selector finds in the element's shadow, and that can be seen. */
export function seen(stage: Stage, selector: string): HTMLElement[] {
  const found = stage.element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [];
  return [...found].filter((one) => one.checkVisibility());
}
