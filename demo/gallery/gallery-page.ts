import { findElement } from '../page/find-element.js';
import { SCENE_GROUPS } from '../../test/support/gallery/scenes.js';
import { LANGUAGES } from '../../test/support/gallery/register-languages.js';
import { viewParameters, readViewOptions, type ViewOptions } from '../../test/support/gallery/view-options.js';
import type { SceneGroup, Scene } from '../../test/support/gallery/scene.js';

const look = readViewOptions(new URLSearchParams(location.search), LANGUAGES);
/** How many scenes are being played at this moment, and how many may be. */
const AT_ONCE = 6;

function section({ name, title, scenes }: SceneGroup): HTMLElement {
  const made = document.createElement('section');
  made.id = name;
  const heading = document.createElement('h2');
  heading.textContent = title;
  const pictures = document.createElement('div');
  pictures.className = 'pictures';
  pictures.append(...scenes.map(picture));
  made.append(heading, pictures);
  return made;
}

function picture({ name, title }: Scene): HTMLElement {
  const made = document.createElement('figure');
  const caption = document.createElement('figcaption');
  const link = document.createElement('a');
  link.href = `scene.html?${viewParameters(look, name)}`;
  link.textContent = title;
  caption.append(link);
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.width = String(look.width);
  frame.dataset['scene'] = name;
  made.append(caption, frame);
  return made;
}

/** Plays one scene after another in their frames, and gives each frame the height of its picture. */
async function play(frames: IterableIterator<HTMLIFrameElement>): Promise<void> {
  for (const frame of frames) {
    const told = heardFrom(frame);
    frame.src = `scene.html?${viewParameters(look, frame.dataset['scene'])}`;
    const height = await told;
    if (typeof height !== 'number') throw new Error(String(height));
    frame.height = String(height);
  }
}

function heardFrom(frame: HTMLIFrameElement): Promise<unknown> {
  return new Promise((resolve) => {
    addEventListener('message', function hear({ source, data }: MessageEvent<unknown>) {
      if (source !== frame.contentWindow) return;
      removeEventListener('message', hear);
      resolve(data);
    });
  });
}

function choose({ theme, lang, width }: ViewOptions): void {
  const languages = findElement('#lang', HTMLSelectElement);
  languages.append(...LANGUAGES.map((one) => new Option(one, one)));
  languages.value = lang;
  findElement('#theme', HTMLSelectElement).value = theme;
  findElement('#width', HTMLInputElement).value = String(width);
  findElement('#look', HTMLFormElement).addEventListener('change', ({ currentTarget }) => {
    if (currentTarget instanceof HTMLFormElement) currentTarget.requestSubmit();
  });
}

document.documentElement.dataset['theme'] = look.theme;
choose(look);
findElement('main', HTMLElement).append(...SCENE_GROUPS.map(section));
const frames = document.querySelectorAll('iframe').values();
await Promise.all(Array.from({ length: AT_ONCE }, () => play(frames)));
document.documentElement.dataset['played'] = '';
