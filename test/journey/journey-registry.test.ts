import { expect } from '@open-wc/testing';

import { answer, SEED_LINK } from '../support/scenarios.js';
import { journeyFor } from '../../src/journey/journey-registry.js';
import { focusPageCall } from '../../src/launch/page-calls.js';
import { DEFAULT_LINK_HOSTS } from '../../src/link/check-link.js';
import type { SharedJourney } from '../../src/journey/shared-journey.js';
import { fakeWindows } from '../support/fake-windows.js';
import { openDialog } from '../../src/launch/dialog.js';
import { DIALOG_MESSAGES } from '../support/dialog-messages.js';
import { loadedPart } from '../support/lazy-parts.js';
import { fakeSessionEndpoint, ENDPOINT } from '../support/fake-session-endpoint.js';
import { FakeTimers } from '../support/fake-timers.js';
import { RecordingObserver } from '../support/journey-setup.js';

describe('journeyFor', () => {
  /** Ends a journey that a test created. */
  const end = (journey: SharedJourney) => journey.leave(new RecordingObserver(journey));

  it('returns the same journey for the same endpoint', () => {
    const journey = journeyFor(ENDPOINT, 'same-origin');
    expect(journeyFor(ENDPOINT, 'same-origin')).to.equal(journey);
    end(journey);
  });

  it('returns the same journey for every spelling of its URL', () => {
    const journey = journeyFor(ENDPOINT, 'same-origin');
    const spellings = [new URL(ENDPOINT, location.href).href, ` ${ENDPOINT}`, `/x/..${ENDPOINT}`];
    for (const one of spellings) expect(journeyFor(one, 'same-origin'), one).to.equal(journey);
    end(journey);
  });

  it('returns another journey for another endpoint or other credentials', () => {
    const journeys = [
      journeyFor(ENDPOINT, 'same-origin'),
      journeyFor(`${ENDPOINT}/other`, 'same-origin'),
      journeyFor(ENDPOINT, 'include'),
    ];
    expect(new Set(journeys).size).to.equal(3);
    for (const journey of journeys) end(journey);
  });

  it('returns a new journey after the last element has left', () => {
    const journey = journeyFor(ENDPOINT, 'same-origin');
    end(journey);
    const fresh = journeyFor(ENDPOINT, 'same-origin');
    expect(fresh).not.to.equal(journey);
    end(fresh);
  });

  it('returns the same journey to a second copy of the script', async () => {
    const address = '/src/journey/journey-registry.ts?a-second-copy';
    const copy = (await import(address)) as { journeyFor: typeof journeyFor };
    expect(copy.journeyFor).not.to.equal(journeyFor);
    const journey = journeyFor(ENDPOINT, 'same-origin');
    expect(copy.journeyFor(ENDPOINT, 'same-origin')).to.equal(journey);
    end(journey);
  });
});

describe('the call of a journey', () => {
  const backend = fakeSessionEndpoint();
  const windows = fakeWindows();
  const timers = new FakeTimers();

  it('is not found before it starts', () => {
    expect(focusPageCall()).to.equal(false);
  });

  it('is focused from anywhere on the page until its window closes', async () => {
    backend.answers({ GET: () => answer(), POST: () => answer({ link: SEED_LINK }) });
    const idle = journeyFor(`${ENDPOINT}/idle`, 'same-origin');
    const journey = journeyFor(ENDPOINT, 'same-origin');
    const observer = new RecordingObserver(journey);
    journey.join(observer);
    await timers.until(() => journey.state.state === 'ready');
    journey.start({
      mode: 'popup',
      hosts: DEFAULT_LINK_HOSTS,
      placeholder: { lang: 'en', dir: 'ltr', title: '', text: '' },
      dialog: {
        root: document.createElement('div').attachShadow({ mode: 'open' }),
        messages: DIALOG_MESSAGES,
        origins: [],
      },
      openDialog: loadedPart(openDialog),
    });
    await timers.until(() => journey.state.state === 'open');
    expect(focusPageCall()).to.equal(true);
    expect(windows.opened[0]?.focusCount).to.equal(1);
    windows.opened[0]?.close();
    expect(focusPageCall()).to.equal(false);
    journey.leave(observer);
    idle.leave(observer);
  });
});
