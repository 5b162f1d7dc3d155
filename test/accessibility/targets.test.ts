import { expect } from '@open-wc/testing';
import { addStyles } from '../support/gallery/add-styles.js';
import { findVisible } from '../support/gallery/find-in-shadow.js';
import { SCENES } from '../support/gallery/scenes.js';
import { setupScenes } from '../support/gallery/setup-scenes.js';

describe('every control', () => {
  const render = setupScenes();

  for (const scene of SCENES)
    it(`is at least 44 pixels high and wide in the scene "${scene.name}", with any font size of the root`, async () => {
      const ctx = await render(scene);
      const controls = findVisible(ctx, 'button, input');
      // at the end there is nothing left to press
      expect(controls.length > 0).to.equal(scene.finalState !== 'done' && scene.initialState !== 'done');
      for (const size of [100, 62.5, 50]) {
        const undo = addStyles(`html { font-size: ${size}% } body { font-size: 16px }`);
        for (const control of controls) {
          const { width, height } = control.getBoundingClientRect();
          expect(Math.min(width, height), `${control.innerText} at ${size} %`).to.be.at.least(44);
        }
        undo();
      }
    });
});
