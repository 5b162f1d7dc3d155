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
    for (const reason of ['frame-refused', 'frame-empty', 'frame-hidden'] as const)
      expect(fallback.frameFailed(reason)).to.deep.equal({ from: 'iframe', to: 'popup', reason });
    fallback.popupOpened();
    expect(fallback.resolveMode('iframe')).to.deep.equal({ mode: 'popup', downgrade: null });
  });

  it('opens the call in the page once this tab cannot be navigated, also in redirect mode', () => {
    const fallback = createModeFallback();
    expect(fallback.tabRefused()).to.deep.equal({ from: 'redirect', to: 'iframe', reason: 'tab-refused' });
    expect(resolvedModes(fallback)).to.deep.equal(['iframe', 'iframe', 'iframe', 'iframe', 'host']);
  });

  it('has no way left once this tab cannot be navigated, and the page has no camera', () => {
    const { mediaDevices } = navigator;
    Object.defineProperty(navigator, 'mediaDevices', { value: undefined, configurable: true });
    try {
      const fallback = createModeFallback();
      expect(fallback.tabRefused()).to.equal(null);
      expect(fallback.resolveMode('redirect').mode).to.equal('redirect');
    } finally {
      Reflect.deleteProperty(navigator, 'mediaDevices');
    }
    expect(navigator.mediaDevices).to.equal(mediaDevices);
  });

  it('reports a downgrade once, not with every later start', () => {
    const fallback = createModeFallback();
    fallback.popupBlocked();
    expect(fallback.resolveMode('auto').downgrade).to.equal(null);
  });
});
