import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { SCENES, sceneNamed } from '../support/gallery/acts.js';
import type { Stage } from '../support/gallery/scene.js';
import en from '../../src/locales/en.js';
import { inShadow, onStage, seen } from '../support/gallery/on-stage.js';

/** What moves without an end. */
const turning = ({ element }: Stage): (Element | null)[] =>
  element.renderRoot
    .getAnimations()
    .flatMap(({ effect }) =>
      effect instanceof KeyframeEffect && effect.getTiming().iterations === Infinity ? [effect.target] : [],
    );

describe('motion', () => {
  const play = onStage();

  it('is the sign that something is under way, and nothing else', async () => {
    for (const scene of SCENES) {
      const stage = await play(scene);
      expect(turning(stage), scene.name).to.deep.equal(seen(stage, '.spinner'));
      stage.leave();
    }
  });

  describe('for who wants less of it', () => {
    before(() => emulateMedia({ reducedMotion: 'reduce' }));
    after(() => emulateMedia({ reducedMotion: 'no-preference' }));

    it('is none at all; the words say that something is under way', async () => {
      const stage = await play(sceneNamed('loading'));
      expect(seen(stage, '.spinner')).to.have.length(1);
      expect(turning(stage)).to.deep.equal([]);
      for (const button of seen(stage, 'button, .chevron'))
        expect(getComputedStyle(button).transitionDuration, button.innerText).to.match(/^0s/);
      expect(inShadow(stage, '.hint').innerText).to.equal(en.hints.loading);
    });
  });
});
