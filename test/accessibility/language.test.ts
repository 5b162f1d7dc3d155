import { expect } from '@open-wc/testing';
import { findScene } from '../support/gallery/scenes.js';
import { inShadow, setupScenes } from '../support/gallery/setup-scenes.js';

describe('words in another language than the page’s', () => {
  const play = setupScenes();

  it('say which language they are in and run its way', async () => {
    const stage = await play({ ...findScene('in-progress'), attributes: { lang: 'ur' } });
    const base = inShadow(stage, '.base');
    expect([base.lang, getComputedStyle(base).direction]).to.deep.equal(['ur', 'rtl']);
  });

  it('do so in the dialog too', async () => {
    const scene = findScene('dialog');
    const stage = await play({ ...scene, attributes: { ...scene.attributes, lang: 'ur' } });
    const dialog = inShadow(stage, 'dialog');
    expect([dialog.lang, getComputedStyle(dialog).direction]).to.deep.equal(['ur', 'rtl']);
  });

  it('say so as well where there are no words in the page’s language', async () => {
    const scene = findScene('dialog');
    const stage = await play(scene, { lang: 'fr' });
    expect(inShadow(stage, '.base').lang).to.equal('en');
    expect(inShadow(stage, 'dialog').lang).to.equal('en');
  });
});
