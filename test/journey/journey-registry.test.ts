import { expect } from '@open-wc/testing';

import { answer, SEED_LINK } from '../support/scenarios.js';
import { focusAnyCall, journeyFor } from '../../src/journey/journey-registry.js';
import { DEFAULT_LINK_HOSTS } from '../../src/link/check-link.js';
import { fakeWindows } from '../support/fake-windows.js';
import { WORDS } from '../support/dialog-messages.js';
import { fakeSessionEndpoint, ENDPOINT } from '../support/fake-session-endpoint.js';
import { FakeTimers } from '../support/fake-timers.js';
import { Watcher } from '../support/journey-setup.js';

describe('journeyFor', () => {
  const view = new Watcher();

  it('gives one journey for one endpoint, however many ask', () => {
    const journey = journeyFor(ENDPOINT, 'same-origin');
    expect(journeyFor(ENDPOINT, 'same-origin')).to.equal(journey);
    journey.leave(view);
  });

  it('knows one endpoint by any spelling of its address', () => {
    const journey = journeyFor(ENDPOINT, 'same-origin');
    const spelt = [new URL(ENDPOINT, location.href).href, ` ${ENDPOINT}`, `/x/..${ENDPOINT}`];
    for (const one of spelt) expect(journeyFor(one, 'same-origin'), one).to.equal(journey);
    journey.leave(view);
  });

  it('gives another one for another endpoint or other credentials', () => {
    const given = [
      journeyFor(ENDPOINT, 'same-origin'),
      journeyFor(`${ENDPOINT}/other`, 'same-origin'),
      journeyFor(ENDPOINT, 'include'),
    ];
    expect(new Set(given).size).to.equal(3);
    for (const journey of given) journey.leave(view);
  });

  it('gives a fresh one after the last element has left', () => {
    const journey = journeyFor(ENDPOINT, 'same-origin');
    journey.leave(view);
    const fresh = journeyFor(ENDPOINT, 'same-origin');
    expect(fresh).not.to.equal(journey);
    fresh.leave(view);
  });

  it('gives the same one to a second copy of the script', async () => {
    const address = '/src/journey/journey-registry.ts?a-second-copy';
    const copy = (await import(address)) as { journeyFor: typeof journeyFor };
    expect(copy.journeyFor).not.to.equal(journeyFor);
    const journey = journeyFor(ENDPOINT, 'same-origin');
    expect(copy.journeyFor(ENDPOINT, 'same-origin')).to.equal(journey);
    journey.leave(view);
  });
});

describe('focusAnyCall', () => {
  const backend = fakeSessionEndpoint();
  const windows = fakeWindows();
  const timers = new FakeTimers();

  it('finds no call where there is none', () => {
    expect(focusAnyCall()).to.equal(false);
  });

  it('brings to the front the call of any journey on the page', async () => {
    backend.answers({ GET: () => answer(), POST: () => answer({ link: SEED_LINK }) });
    const view = new Watcher();
    const idle = journeyFor(`${ENDPOINT}/idle`, 'same-origin');
    const journey = journeyFor(ENDPOINT, 'same-origin');
    journey.join(view);
    await timers.until(() => journey.journey.state === 'ready');
    journey.start({
      mode: 'popup',
      hosts: DEFAULT_LINK_HOSTS,
      placeholder: { lang: 'en', dir: 'ltr', title: '', text: '' },
      dialog: {
        root: document.createElement('div').attachShadow({ mode: 'open' }),
        messages: WORDS,
        origins: [],
      },
    });
    await timers.until(() => journey.journey.state === 'open');
    expect(focusAnyCall()).to.equal(true);
    expect(windows.opened[0]?.focused).to.equal(1);
    windows.opened[0]?.close();
    expect(focusAnyCall()).to.equal(false);
    journey.leave(view);
    idle.leave(view);
  });
});
