import { find } from '../page/find.js';
import { ACTS } from '../../test/support/gallery/acts.js';
import { LANGUAGES } from '../../test/support/gallery/languages.js';
import { lookParameters, readLook, type Look } from '../../test/support/gallery/look.js';
import type { Act, Scene } from '../../test/support/gallery/scene.js';

const look = readLook(new URLSearchParams(location.search), LANGUAGES);
/** How many scenes are being played at this moment, and how many may be. */
const AT_ONCE = 6;

function section({ name, title, scenes }: Act): HTMLElement {
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
  link.href = `scene.html?${lookParameters(look, name)}`;
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
    frame.src = `scene.html?${lookParameters(look, frame.dataset['scene'])}`;
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

function choose({ theme, lang, width }: Look): void {
  const languages = find('#lang', HTMLSelectElement);
  languages.append(...LANGUAGES.map((one) => new Option(one, one)));
  languages.value = lang;
  find('#theme', HTMLSelectElement).value = theme;
  find('#width', HTMLInputElement).value = String(width);
  find('#look', HTMLFormElement).addEventListener('change', ({ currentTarget }) => {
    if (currentTarget instanceof HTMLFormElement) currentTarget.requestSubmit();
  });
}

document.documentElement.dataset['theme'] = look.theme;
choose(look);
find('main', HTMLElement).append(...ACTS.map(section));
const frames = document.querySelectorAll('iframe').values();
await Promise.all(Array.from({ length: AT_ONCE }, () => play(frames)));
document.documentElement.dataset['played'] = '';
