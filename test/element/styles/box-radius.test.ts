import { expect } from '@open-wc/testing';
import { findVisible } from '../../support/gallery/find-in-shadow.js';
import { SCENES } from '../../support/gallery/scenes.js';
import { setupScenes } from '../../support/gallery/setup-scenes.js';

/** Buttons, and a field of one line, follow the page; a spinner is a circle. */
const ROUND = 'button, input, .spinner';

describe('on a page with fully round buttons', () => {
  const render = setupScenes();

  for (const scene of SCENES)
    it(`no box is an oval in the scene "${scene.name}"`, async () => {
      const ctx = await render(scene);
      ctx.element.style.setProperty('--vkyc-radius', '999px');
      const ovals = findVisible(ctx, '.base *, .dialog, .dialog *')
        .filter((box) => !box.matches(ROUND) && box.getBoundingClientRect().height > 32)
        .filter((box) => parseFloat(getComputedStyle(box).borderTopLeftRadius) > 16);
      expect(ovals.map(({ className }) => className)).to.deep.equal([]);
    });
});
