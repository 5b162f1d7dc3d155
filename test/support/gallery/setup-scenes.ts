import { fixture, html } from '@open-wc/testing';
import { painted } from '../painted.js';
import { directionOf, registerLanguages } from './register-languages.js';
import { renderScene } from './render-scene.js';
import type { Scene, SceneContext } from './scene.js';

/** The page around the element. */
export interface PageSettings {
  /** A language tag; defaults to English. Urdu is written from right to left. */
  readonly lang?: string;
  /** Defaults to `light`. */
  readonly theme?: string;
}

const BACKGROUNDS = { light: 'rgb(255, 255, 255)', dark: 'rgb(16, 20, 29)' };

/**
 * Registers the hooks that render scenes of the gallery in a suite. The returned function renders a scene in a `<main>`
 * of a page with the given settings; it is disposed of after the test.
 */
export function setupScenes(): (scene: Scene, page?: PageSettings) => Promise<SceneContext> {
  const rendered: SceneContext[] = [];
  before(registerLanguages);
  afterEach(() => {
    for (const ctx of rendered.splice(0)) ctx.dispose();
    applyToPage({});
  });
  return async (scene, page = {}) => {
    applyToPage(page);
    const ctx = await renderScene(scene, await fixture<HTMLElement>(html`<main></main>`));
    rendered.push(ctx);
    await painted();
    return ctx;
  };
}

/** Changes language and theme of the page around a rendered scene. */
export async function changePage({ element }: SceneContext, page: PageSettings): Promise<void> {
  applyToPage(page);
  element.requestUpdate();
  await element.updateComplete;
  await painted();
}

function applyToPage({ lang = 'en', theme = 'light' }: PageSettings): void {
  const root = document.documentElement;
  root.lang = lang;
  root.dir = directionOf(lang);
  root.style.colorScheme = theme;
  root.style.background = theme === 'dark' ? BACKGROUNDS.dark : BACKGROUNDS.light;
}
