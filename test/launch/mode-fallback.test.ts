import { expect } from '@open-wc/testing';

import { createLadder } from '../../src/launch/mode-fallback.js';

const planned = (ladder: ReturnType<typeof createLadder>) =>
  (['auto', 'popup', 'iframe', 'redirect', 'host'] as const).map((mode) => ladder.plan(mode).mode);

describe('a ladder', () => {
  it('starts with what the page wishes', () => {
    expect(planned(createLadder())).to.deep.equal(['popup', 'popup', 'iframe', 'redirect', 'host']);
  });

  it('tries a window once more after the first was blocked, then only this tab', () => {
    const ladder = createLadder();
    expect(ladder.popupBlocked()).to.deep.equal({ from: 'popup', to: 'popup', reason: 'popup-blocked' });
    expect(planned(ladder)).to.deep.equal(['popup', 'popup', 'popup', 'redirect', 'host']);
    expect(ladder.popupBlocked()).to.deep.equal({ from: 'popup', to: 'redirect', reason: 'popup-blocked' });
    expect(planned(ladder)).to.deep.equal(['redirect', 'redirect', 'redirect', 'redirect', 'host']);
  });

  it('forgives a blocked window once one has opened', () => {
    const ladder = createLadder();
    ladder.popupBlocked();
    ladder.opened();
    expect(ladder.popupBlocked().to).to.equal('popup');
  });

  it('takes a window after the frame has failed, and keeps to it', () => {
    const ladder = createLadder();
    for (const reason of ['frame-refused', 'frame-empty'] as const)
      expect(ladder.frameFailed(reason)).to.deep.equal({ from: 'iframe', to: 'popup', reason });
    ladder.opened();
    expect(ladder.plan('iframe')).to.deep.equal({ mode: 'popup', downgrade: null });
  });

  it('tells of a step down only when it is taken, not with every start after', () => {
    const ladder = createLadder();
    ladder.popupBlocked();
    expect(ladder.plan('auto').downgrade).to.equal(null);
  });
});
