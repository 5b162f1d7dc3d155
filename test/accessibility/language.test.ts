import { expect } from '@open-wc/testing';
import { findInShadow } from '../support/gallery/find-in-shadow.js';
import { findScene } from '../support/gallery/scenes.js';
import { setupScenes } from '../support/gallery/setup-scenes.js';

describe('messages in another language than the page', () => {
  const render = setupScenes();

  it('have the language and writing direction of their own', async () => {
    const ctx = await render({ ...findScene('in-progress'), attributes: { lang: 'ur' } });
    const base = findInShadow(ctx, '.base');
    expect([base.lang, getComputedStyle(base).direction]).to.deep.equal(['ur', 'rtl']);
  });

  it('have them in the dialog, too', async () => {
    const scene = findScene('dialog');
    const ctx = await render({ ...scene, attributes: { ...scene.attributes, lang: 'ur' } });
    const dialog = findInShadow(ctx, 'dialog');
    expect([dialog.lang, getComputedStyle(dialog).direction]).to.deep.equal(['ur', 'rtl']);
  });

  it('are marked as English on a page in an unsupported language', async () => {
    const scene = findScene('dialog');
    const ctx = await render(scene, { lang: 'fr' });
    expect(findInShadow(ctx, '.base').lang).to.equal('en');
    expect(findInShadow(ctx, 'dialog').lang).to.equal('en');
  });
});
