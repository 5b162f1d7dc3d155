import { sceneNamed } from '../../test/support/gallery/acts.js';
import { directionOf, LANGUAGES, registerLanguages } from '../../test/support/gallery/languages.js';
import { readLook } from '../../test/support/gallery/look.js';
import { playScene } from '../../test/support/gallery/play-scene.js';

/** Milliseconds after which a scene that does not come about counts as broken. */
const PATIENCE = 10_000;

const parameters = new URLSearchParams(location.search);
const { theme, lang } = readLook(parameters, LANGUAGES);
const { documentElement: root, body } = document;
registerLanguages();
root.lang = lang;
root.dir = directionOf(lang);
root.dataset['theme'] = theme;

/** Tells the gallery how high the picture is, or that there is none. */
function tell(told: number | string): void {
  parent.postMessage(told, location.origin);
}

const name = parameters.get('scene');
const giveUp = setTimeout(() => tell(`The scene "${name ?? ''}" does not come about.`), PATIENCE);
const scene = sceneNamed(name);
await playScene(scene, body);
await document.fonts.ready;
clearTimeout(giveUp);
tell(Math.max(scene.height ?? 0, Math.ceil(body.getBoundingClientRect().height)));
