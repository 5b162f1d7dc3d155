import { LANGUAGES } from '../../test/support/gallery/register-languages.js';
import type { Scene, SceneGroup } from '../../test/support/gallery/scene.js';
import { SCENE_GROUPS } from '../../test/support/gallery/scenes.js';
import {
  BRANDS,
  readViewOptions,
  viewParameters,
  type ViewOptions,
} from '../../test/support/gallery/view-options.js';
import { findElement } from '../page/find-element.js';

/** The number of scenes that are rendered at the same time. */
const CONCURRENCY = 6;

const view = readViewOptions(new URLSearchParams(location.search), LANGUAGES);

function createSection({ name, title, scenes }: SceneGroup): HTMLElement {
  const section = document.createElement('section');
  section.id = name;
  const heading = document.createElement('h2');
  heading.textContent = title;
  const pictures = document.createElement('div');
  pictures.className = 'pictures';
  pictures.append(...scenes.map(createFigure));
  section.append(heading, pictures);
  return section;
}

function createFigure({ name, title }: Scene): HTMLElement {
  const figure = document.createElement('figure');
  const caption = document.createElement('figcaption');
  const link = document.createElement('a');
  link.href = `scene.html?${viewParameters(view, name)}`;
  link.textContent = title;
  caption.append(link);
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.width = String(view.width);
  frame.dataset['scene'] = name;
  figure.append(caption, frame);
  return figure;
}

/** Renders one scene after another in their frames, and sets each frame to the height of its picture. */
async function renderFrames(frames: IterableIterator<HTMLIFrameElement>): Promise<void> {
  for (const frame of frames) {
    const report = nextMessageFrom(frame);
    frame.src = `scene.html?${viewParameters(view, frame.dataset['scene'])}`;
    const height = await report;
    if (typeof height !== 'number') throw new Error(String(height));
    frame.height = String(height);
  }
}

function nextMessageFrom(frame: HTMLIFrameElement): Promise<unknown> {
  return new Promise((resolve) => {
    addEventListener('message', function onMessage({ source, data }: MessageEvent<unknown>) {
      if (source !== frame.contentWindow) return;
      removeEventListener('message', onMessage);
      resolve(data);
    });
  });
}

function setUpForm({ theme, lang, width, brand }: ViewOptions): void {
  const languages = findElement('#lang', HTMLSelectElement);
  languages.append(...LANGUAGES.map((language) => new Option(language, language)));
  languages.value = lang;
  findElement('#theme', HTMLSelectElement).value = theme;
  const brands = findElement('#brand', HTMLSelectElement);
  brands.append(...BRANDS.map((name) => new Option(name, name)));
  brands.value = brand;
  findElement('#width', HTMLInputElement).value = String(width);
  findElement('#view', HTMLFormElement).addEventListener('change', ({ currentTarget }) => {
    if (currentTarget instanceof HTMLFormElement) currentTarget.requestSubmit();
  });
}

document.documentElement.dataset['theme'] = view.theme;
setUpForm(view);
findElement('main', HTMLElement).append(...SCENE_GROUPS.map(createSection));
const frames = document.querySelectorAll('iframe').values();
await Promise.all(Array.from({ length: CONCURRENCY }, () => renderFrames(frames)));
document.documentElement.dataset['rendered'] = '';
