import { expect } from '@open-wc/testing';
import { SCENES } from '../support/gallery/acts.js';
import { onStage, seen } from '../support/gallery/on-stage.js';

describe('every control', () => {
  const play = onStage();

  for (const scene of SCENES)
    it(`is 44 pixels high and wide at least in the scene "${scene.name}"`, async () => {
      const stage = await play(scene);
      const controls = seen(stage, 'button, input');
      expect(controls).not.to.deep.equal([]);
      for (const control of controls) {
        const { width, height } = control.getBoundingClientRect();
        expect(Math.min(width, height), control.innerText).to.be.at.least(44);
      }
    });
});
