import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { findInShadow, findVisible } from '../support/gallery/find-in-shadow.js';
import { SCENES, findScene } from '../support/gallery/scenes.js';
import type { SceneContext } from '../support/gallery/scene.js';
import en from '../../src/locales/en.js';
import { setupScenes } from '../support/gallery/setup-scenes.js';

/** The elements with an endless animation. WebKit also lists those of elements that are not rendered. */
const endlesslyAnimated = ({ element }: SceneContext): (Element | null)[] =>
  element.renderRoot
    .getAnimations()
    .flatMap(({ effect }) =>
      effect instanceof KeyframeEffect && effect.getTiming().iterations === Infinity ? [effect.target] : [],
    )
    .filter((target) => target?.checkVisibility());

describe('animation', () => {
  const render = setupScenes();

  for (const scene of SCENES)
    it(`is endless on the spinner only in the scene "${scene.name}"`, async () => {
      const ctx = await render(scene);
      expect(endlesslyAnimated(ctx)).to.deep.equal(findVisible(ctx, '.spinner'));
    });

  describe('with prefers-reduced-motion', () => {
    before(() => emulateMedia({ reducedMotion: 'reduce' }));
    after(() => emulateMedia({ reducedMotion: 'no-preference' }));

    it('is absent; the hint says that something is loading', async () => {
      const ctx = await render(findScene('loading'));
      expect(findVisible(ctx, '.spinner')).to.have.length(1);
      expect(endlesslyAnimated(ctx)).to.deep.equal([]);
      for (const button of findVisible(ctx, 'button'))
        // of a panel's button, ::after is the chevron
        for (const part of [null, '::after'])
          expect(getComputedStyle(button, part).transitionDuration, button.innerText).to.match(/^0s/);
      expect(findInShadow(ctx, '.hint').innerText).to.equal(en.hints.loading);
    });
  });
});
