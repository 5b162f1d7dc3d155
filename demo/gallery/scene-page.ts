import { directionOf, LANGUAGES, registerLanguages } from '../../test/support/gallery/register-languages.js';
import { renderScene } from '../../test/support/gallery/render-scene.js';
import { findScene } from '../../test/support/gallery/scenes.js';
import { readViewOptions } from '../../test/support/gallery/view-options.js';

/** Milliseconds after which a scene that has not reached its final state is reported as broken. */
const SCENE_TIMEOUT_MS = 10_000;

const parameters = new URLSearchParams(location.search);
const { theme, lang, brand } = readViewOptions(parameters, LANGUAGES);
const { documentElement: root, body } = document;
registerLanguages();
root.lang = lang;
root.dir = directionOf(lang);
root.dataset['theme'] = theme;
root.dataset['brand'] = brand;

/** Sends the height of the picture to the gallery, or the reason why there is none. */
function report(result: number | string): void {
  parent.postMessage(result, location.origin);
}

const name = parameters.get('scene');
const timeout = setTimeout(
  () => report(`The scene "${name ?? ''}" has not reached its final state.`),
  SCENE_TIMEOUT_MS,
);
const scene = findScene(name);
await renderScene(scene, body);
await document.fonts.ready;
clearTimeout(timeout);
root.dataset['rendered'] = '';
report(Math.max(scene.height ?? 0, Math.ceil(body.getBoundingClientRect().height)));
