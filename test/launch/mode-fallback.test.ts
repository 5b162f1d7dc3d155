import { expect } from '@open-wc/testing';

import { createModeFallback, type ModeFallback } from '../../src/launch/mode-fallback.js';

const resolvedModes = (fallback: ModeFallback) =>
  (['auto', 'popup', 'iframe', 'redirect', 'host'] as const).map((mode) => fallback.resolveMode(mode).mode);

describe('createModeFallback', () => {
  it('starts with the mode of the page', () => {
    expect(resolvedModes(createModeFallback())).to.deep.equal([
      'popup',
      'popup',
      'iframe',
      'redirect',
      'host',
    ]);
  });

  it('offers another popup after a blocked one, then only this tab', () => {
    const fallback = createModeFallback();
    expect(fallback.popupBlocked()).to.deep.equal({ from: 'popup', to: 'popup', reason: 'popup-blocked' });
    expect(resolvedModes(fallback)).to.deep.equal(['popup', 'popup', 'popup', 'redirect', 'host']);
    expect(fallback.popupBlocked()).to.deep.equal({ from: 'popup', to: 'redirect', reason: 'popup-blocked' });
    expect(resolvedModes(fallback)).to.deep.equal(['redirect', 'redirect', 'redirect', 'redirect', 'host']);
  });

  it('starts over once a popup has opened', () => {
    const fallback = createModeFallback();
    fallback.popupBlocked();
    fallback.popupOpened();
    expect(fallback.popupBlocked().to).to.equal('popup');
  });

  it('uses a popup from a failed frame on', () => {
    const fallback = createModeFallback();
    for (const reason of ['frame-refused', 'frame-empty'] as const)
      expect(fallback.frameFailed(reason)).to.deep.equal({ from: 'iframe', to: 'popup', reason });
    fallback.popupOpened();
    expect(fallback.resolveMode('iframe')).to.deep.equal({ mode: 'popup', downgrade: null });
  });

  it('reports a downgrade once, not with every later start', () => {
    const fallback = createModeFallback();
    fallback.popupBlocked();
    expect(fallback.resolveMode('auto').downgrade).to.equal(null);
  });
});
