import { viewParameters, type ViewOptions } from '../../test/support/gallery/view-options.js';
import type { Gallery } from './open-gallery.js';

/** One scene in one view. */
export interface Picture {
  readonly name: string;
  readonly scene: string;
  readonly view: Partial<ViewOptions>;
}

/** The scenes that differ most from each other. */
const SCENES = [
  'not-started',
  'under-review',
  'rejected-reason',
  'verified',
  'closed-weekend',
  'call-closed',
  'handoff',
];

/** The views that put each of them to the test. */
const VIEWS: readonly (readonly [string, Partial<ViewOptions>])[] = [
  ['en', {}],
  ['ta', { lang: 'ta' }],
  ['ur-dark', { lang: 'ur', theme: 'dark' }],
  ['yellow', { brand: 'yellow' }],
  ['government', { brand: 'government' }],
  ['outline', { brand: 'outline' }],
  ['dark-page', { brand: 'dark-page', lang: 'hi' }],
];

/** Scenes of one view each. */
const SINGLE: readonly string[] = [
  'loading',
  'in-progress',
  'expired',
  'open',
  'checking',
  'dialog-ended',
  'prepare-ready',
  'handoff-shown',
  'terms',
  'own-words',
  'narrow',
  'long-label',
];

/** The pictures that are compared with the references. */
export const PICTURES: readonly Picture[] = [
  ...VIEWS.flatMap(([view, options]) =>
    SCENES.map((scene) => ({
      name: `${scene}.${view}`,
      scene,
      view: options,
    })),
  ),
  ...SINGLE.map((scene) => ({ name: `${scene}.en`, scene, view: {} })),
];

const TIMEOUT_MS = 20_000;

/** The picture as PNG, as wide as its view and as high as its scene. */
export async function shootPicture({ browser, origin }: Gallery, picture: Picture): Promise<Buffer> {
  const context = await browser.newContext({
    viewport: { width: picture.view.width ?? 320, height: 720 },
    timezoneId: 'Asia/Kolkata',
    reducedMotion: 'reduce',
  });
  try {
    const page = await context.newPage();
    await page.goto(`${origin}/demo/gallery/scene.html?${viewParameters(picture.view, picture.scene)}`);
    await page.locator('html[data-rendered]').waitFor({ state: 'attached', timeout: TIMEOUT_MS });
    return await page.locator('body').screenshot({ animations: 'disabled', caret: 'hide' });
  } finally {
    await context.close();
  }
}
