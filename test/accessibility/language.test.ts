import { expect } from '@open-wc/testing';
import { sceneNamed } from '../support/gallery/acts.js';
import { inShadow, onStage } from '../support/gallery/on-stage.js';

describe('words in another language than the page’s', () => {
  const play = onStage();

  it('say which language they are in and run its way', async () => {
    const stage = await play({ ...sceneNamed('in-progress'), attributes: { lang: 'ur' } });
    const base = inShadow(stage, '.base');
    expect([base.lang, getComputedStyle(base).direction]).to.deep.equal(['ur', 'rtl']);
  });

  it('do so in the dialog too', async () => {
    const scene = sceneNamed('dialog');
    const stage = await play({ ...scene, attributes: { ...scene.attributes, lang: 'ur' } });
    const dialog = inShadow(stage, 'dialog');
    expect([dialog.lang, getComputedStyle(dialog).direction]).to.deep.equal(['ur', 'rtl']);
  });

  it('say so as well where there are no words in the page’s language', async () => {
    const scene = sceneNamed('dialog');
    const stage = await play(scene, { lang: 'fr' });
    expect(inShadow(stage, '.base').lang).to.equal('en');
    expect(inShadow(stage, 'dialog').lang).to.equal('en');
  });
});
