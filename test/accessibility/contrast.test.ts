import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { findInShadow, findVisible } from '../support/gallery/find-in-shadow.js';
import { SCENES, findScene } from '../support/gallery/scenes.js';
import { edgeContrast, outlineContrast, textContrast } from '../support/contrast.js';
import { changePage, setupScenes } from '../support/gallery/setup-scenes.js';

const THEMES = ['light', 'dark'];
const TEXT =
  '.base button, .banner, [part=badge], .hint, .reason, .message, li, .scan, .note, .link, .dialog button, #call-title, .heading small, .question p, .waiting';

describe('contrast', () => {
  const render = setupScenes();

  for (const scene of SCENES)
    it(`of every text is at least 7 in the scene "${scene.name}", light and dark`, async () => {
      const ctx = await render(scene);
      for (const theme of THEMES) {
        await changePage(ctx, { theme });
        expect(findVisible(ctx, TEXT)).not.to.deep.equal([]);
        for (const text of findVisible(ctx, TEXT))
          expect(textContrast(text), `${theme}: ${text.innerText}`).to.be.at.least(7);
      }
    });

  for (const theme of THEMES) {
    for (const name of ['in-progress', 'under-review'])
      it(`of the button's edge is at least 3 in the scene "${name}", ${theme}`, async () => {
        const ctx = await render(findScene(name), { theme });
        expect(edgeContrast(findInShadow(ctx, '[part~=button]'))).to.be.at.least(3);
      });

    it(`of the focus ring is at least 3, and the ring at least 2 pixels wide, ${theme}`, async () => {
      const ctx = await render(findScene('closed-weekend'), { theme });
      for (const selector of ['[part~=button]', '.second', '#prepare-button']) {
        await sendKeys({ press: 'Tab' });
        const button = findInShadow(ctx, selector);
        expect(button.matches(':focus-visible'), selector).to.equal(true);
        expect(outlineContrast(button), selector).to.be.at.least(3);
        expect(Number.parseFloat(getComputedStyle(button).outlineWidth), selector).to.be.at.least(2);
      }
    });
  }
});
