import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { findVisible } from '../support/gallery/find-in-shadow.js';
import { SCENES } from '../support/gallery/scenes.js';
import type { SceneContext } from '../support/gallery/scene.js';
import { changePage, setupScenes } from '../support/gallery/setup-scenes.js';

const inElement = SCENES.filter(({ height = 0, name }) => height === 0 && name !== 'narrow');
const inDialog = SCENES.filter(({ height = 0 }) => height > 0);
const LANGUAGES = ['en', 'ta', 'ml', 'ur'];

/** Words that stand on two lines. A hyphen is a place to break. */
function brokenWords(ctx: SceneContext): string[] {
  return findVisible(ctx, '.base *, .dialog *').flatMap((element) =>
    [...element.childNodes].filter((node) => node instanceof Text).flatMap(brokenWordsIn),
  );
}

function brokenWordsIn(node: Text): string[] {
  return [...node.data.matchAll(/[^\s-]+/g)].flatMap(({ index, 0: word }) => {
    const range = document.createRange();
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const lines = new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom)));
    return lines.size > 1 ? [word] : [];
  });
}

/** Text that is cut off by its own box, or stands outside the screen. */
function lostText(ctx: SceneContext): string[] {
  return findVisible(ctx, '.base *, .dialog *')
    .filter(({ childNodes }) => [...childNodes].some((node) => node instanceof Text && node.data.trim()))
    .filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      const { overflow } = getComputedStyle(element);
      const isCut = overflow !== 'visible' && element.scrollHeight > element.clientHeight + 1;
      return left < -1 || right > 321 || (isCut && !element.matches('.spoken'));
    })
    .map(({ innerText }) => innerText);
}

describe('text of twice the size on a screen of 320 pixels', () => {
  const render = setupScenes();
  beforeEach(async () => {
    await setViewport({ width: 320, height: 640 });
    document.documentElement.style.fontSize = '200%';
    document.body.style.margin = '0';
  });
  afterEach(async () => {
    document.documentElement.style.fontSize = '';
    document.body.style.margin = '';
    await setViewport({ width: 800, height: 600 });
  });

  for (const scene of inElement)
    it(`breaks no word and loses nothing in the scene "${scene.name}", in ${LANGUAGES.join(', ')}`, async () => {
      const ctx = await render(scene);
      for (const lang of LANGUAGES) {
        await changePage(ctx, { lang });
        expect(brokenWords(ctx), lang).to.deep.equal([]);
        expect(lostText(ctx), lang).to.deep.equal([]);
        expect(document.documentElement.scrollWidth, lang).to.be.at.most(320);
      }
    });

  for (const scene of inDialog)
    for (const lang of LANGUAGES)
      it(`breaks no word in the scene "${scene.name}", in ${lang}`, async () => {
        const ctx = await render(scene, { lang });
        expect(brokenWords(ctx)).to.deep.equal([]);
        expect(lostText(ctx)).to.deep.equal([]);
      });
});
