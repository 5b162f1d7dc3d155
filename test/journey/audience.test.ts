import { expect } from '@open-wc/testing';

import { VkycError } from '../../src/errors/vkyc-error.js';
import { createAudience } from '../../src/journey/audience.js';
import { Watcher } from '../support/journey-setup.js';

const OPEN = { type: 'open', detail: { mode: 'popup' } } as const;
const FLIP = {
  type: 'availability-change',
  detail: { open: true, reason: null, opensAt: null, closesAt: null, clock: 'server' },
} as const;

/** An audience of three. */
function audience() {
  const group = createAudience();
  const views = [new Watcher(), new Watcher(), new Watcher()] as const;
  for (const view of views) group.add(view);
  return { group, views };
}

describe('an audience', () => {
  it('counts each view once', () => {
    const { group, views } = audience();
    group.add(views[0]);
    expect(group.size).to.equal(3);
    group.delete(views[0]);
    group.delete(views[0]);
    expect(group.size).to.equal(2);
  });

  it('lets all know of a change, and of what is now true for every element', () => {
    const { group, views } = audience();
    group.changed();
    group.tell(FLIP);
    for (const view of views) {
      expect(view.changes).to.equal(1);
      expect(view.notices).to.deep.equal([[FLIP.type, FLIP.detail]]);
    }
  });

  it('gives each its own detail, since each event freezes the one it is given', () => {
    const { group, views } = audience();
    group.tell(FLIP);
    const details = views.map((view) => view.heard('availability-change')[0]);
    expect(new Set([FLIP.detail, ...details]).size).to.equal(4);
  });

  it('tells what happens once to the first alone', () => {
    const { group, views } = audience();
    group.tell(OPEN);
    group.failed(new VkycError('timeout'));
    expect(views.map((view) => view.notices.length)).to.deep.equal([1, 0, 0]);
    expect(views.map((view) => view.failures.length)).to.deep.equal([1, 0, 0]);
  });

  it('tells it to the one that the customer uses, until that one leaves', () => {
    const { group, views } = audience();
    group.lead(views[1]);
    group.tell(OPEN);
    group.failed(new VkycError('timeout'));
    group.delete(views[1]);
    group.tell(OPEN);
    expect(views.map((view) => view.notices.length)).to.deep.equal([1, 1, 0]);
    expect(views.map((view) => view.failures.length)).to.deep.equal([0, 1, 0]);
  });

  it('tells nobody when nobody is there', () => {
    const group = createAudience();
    group.changed();
    group.tell(OPEN);
    group.failed(new VkycError('timeout'));
    expect(group.renewEndpoint('event')).to.equal(null);
  });

  it('takes the first fresh endpoint that any of them can promise, in the way that was asked', async () => {
    const { group, views } = audience();
    views[1].fresh = { function: '/fresh' };
    views[2].fresh = { function: '/other', event: '/by-event' };
    expect(await group.renewEndpoint('function')).to.equal('/fresh');
    expect(await group.renewEndpoint('event')).to.equal('/by-event');
  });
});
