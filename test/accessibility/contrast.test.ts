import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { SCENES, sceneNamed } from '../support/gallery/acts.js';
import { edgeContrast, outlineContrast, textContrast } from '../support/contrast.js';
import { dress, inShadow, onStage, seen } from '../support/gallery/on-stage.js';

const THEMES = ['light', 'dark'];
const TEXT =
  '.base button, [part=badge], .hint, li, .scan, .note, .link, .dialog button, #call-title, .question p, .waiting';

describe('contrast', () => {
  const play = onStage();

  for (const scene of SCENES)
    it(`of every text is 4.5 at least in the scene "${scene.name}", light and dark`, async () => {
      const stage = await play(scene);
      for (const theme of THEMES) {
        await dress(stage, { theme });
        expect(seen(stage, TEXT)).not.to.deep.equal([]);
        for (const text of seen(stage, TEXT))
          expect(textContrast(text), `${theme}: ${text.innerText}`).to.be.at.least(4.5);
      }
    });

  for (const theme of THEMES) {
    for (const name of ['in-progress', 'under-review'])
      it(`of the button's edge is 3 at least in the scene "${name}", ${theme}`, async () => {
        const stage = await play(sceneNamed(name), { theme });
        expect(edgeContrast(inShadow(stage, '[part=button]'))).to.be.at.least(3);
      });

    it(`of the focus ring is 3 at least, and the ring is thick, ${theme}`, async () => {
      const stage = await play(sceneNamed('closed-weekend'), { theme });
      for (const selector of ['[part=button]', '.second', '#prepare-button']) {
        await sendKeys({ press: 'Tab' });
        const button = inShadow(stage, selector);
        expect(button.matches(':focus-visible'), selector).to.equal(true);
        expect(outlineContrast(button), selector).to.be.at.least(3);
        expect(Number.parseFloat(getComputedStyle(button).outlineWidth), selector).to.be.at.least(2);
      }
    });
  }
});
