import { expect } from '@open-wc/testing';
import { SCENES } from '../support/gallery/scenes.js';
import { setupScenes, visibleInShadow } from '../support/gallery/setup-scenes.js';

describe('every control', () => {
  const play = setupScenes();

  for (const scene of SCENES)
    it(`is 44 pixels high and wide at least in the scene "${scene.name}"`, async () => {
      const stage = await play(scene);
      const controls = visibleInShadow(stage, 'button, input');
      expect(controls).not.to.deep.equal([]);
      for (const control of controls) {
        const { width, height } = control.getBoundingClientRect();
        expect(Math.min(width, height), control.innerText).to.be.at.least(44);
      }
    });
});
