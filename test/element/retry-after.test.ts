import { expect } from '@open-wc/testing';
import { HttpResponse } from 'msw';

import type { EnkashVkycButton } from '../../src/element/enkash-vkyc-button.js';
import type { SharedJourney } from '../../src/journey/shared-journey.js';
import { endpoint } from '../support/scenarios.js';
import {
  errorCodes,
  mount,
  mountReady,
  network,
  openCall,
  part,
  settled,
  textOf,
} from '../support/element-page.js';
import { fakeWindows } from '../support/fake-windows.js';

const WAIT_S = 300;
/** A label while the button counts down from five minutes. */
const COUNTING = /^Try again \((5:00|4:\d\d)\)$/;

const task = () => new Promise<void>((resolve) => setTimeout(resolve));
const header = (status: number, value = String(WAIT_S)) =>
  new Response(null, { status, headers: { 'Retry-After': value } });

/** The ways in which a backend names a time. */
const REFUSALS: Readonly<Record<string, () => Response>> = {
  'a 429 with seconds': () => header(429),
  'a 429 with a date': () =>
    new Response(null, {
      status: 429,
      headers: {
        Date: new Date(0).toUTCString(),
        'Retry-After': new Date(WAIT_S * 1000).toUTCString(),
      },
    }),
  'a 503': () => header(503),
  'a 409': () => header(409),
  'a body': () => HttpResponse.json({ error: { code: 'rate_limited', retryAfter: WAIT_S } }, { status: 429 }),
};

/** Everything that sends a request. */
const OCCASIONS: Readonly<Record<string, (element: EnkashVkycButton) => unknown>> = {
  'a press': (element) => part(element, 'button').click(),
  'start()': (element) => element.start(),
  'refresh()': (element) => element.refresh(),
  hover: (element) => part(element, 'button').dispatchEvent(new PointerEvent('pointerenter')),
  focus: (element) => part(element, 'button').dispatchEvent(new FocusEvent('focus')),
  'the focus of the page': () => {
    window.dispatchEvent(new Event('blur'));
    window.dispatchEvent(new Event('focus'));
  },
  'a network that is back': () => window.dispatchEvent(new Event('online')),
  'a restored page': () => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
  'an element that comes back': async (element) => {
    const parent = element.parentElement;
    element.remove();
    await task();
    parent?.append(element);
    await element.updateComplete;
  },
};

/** Whether the journey on the page has to wait. */
function isHeld(): boolean {
  const journeys = Reflect.get(globalThis, Symbol.for('enkash-vkyc-button/journeys')) as Map<
    string,
    SharedJourney
  >;
  return [...journeys.values()].some(({ waitMs }) => waitMs > 0);
}

const net = network();
const windows = fakeWindows();

describe('a backend that names a time', () => {
  for (const [name, refusal] of Object.entries(REFUSALS))
    it(`gets no request before it after ${name}, and the button counts down`, async () => {
      net.answers(...endpoint({ get: refusal }));
      const { element } = await mount();
      await settled(element, 'error');
      expect(textOf(element, 'label')).to.match(COUNTING);
      expect(part(element, 'button').getAttribute('aria-disabled')).to.equal('true');
      for (const occasion of Object.values(OCCASIONS)) {
        await occasion(element);
        await element.updateComplete;
      }
      await settled(element, 'error');
      expect(net.requests).to.deep.equal(['GET']);
      expect(windows.opened).to.deep.equal([]);
    });

  it('gets no request and opens no window before it when the click was refused', async () => {
    net.answers(...endpoint({ post: () => header(429) }));
    const { element, events } = await mountReady();
    part(element, 'button').click();
    await settled(element, 'error');
    const { length } = net.requests;
    for (const occasion of Object.values(OCCASIONS)) {
      await occasion(element);
      await element.updateComplete;
    }
    expect(net.requests).to.have.length(length);
    expect(windows.opened).to.have.length(1);
    expect(windows.opened[0]?.closed).to.equal(true);
    expect(errorCodes(events).slice(0, 1)).to.deep.equal(['rate_limited']);
  });

  it('gets no request from a press after a prefetch that was refused: it says why, and opens no window', async () => {
    net.answers(...endpoint({ post: () => header(429) }));
    const { element, events } = await mountReady();
    part(element, 'button').dispatchEvent(new PointerEvent('pointerenter'));
    while (!isHeld()) await task();
    expect(element.state).to.equal('ready');
    part(element, 'button').click();
    await settled(element, 'error');
    expect(net.requests).to.deep.equal(['GET', 'POST']);
    expect(windows.opened).to.deep.equal([]);
    expect(textOf(element, 'label')).to.match(COUNTING);
    expect(errorCodes(events)).to.deep.equal(['rate_limited']);
  });

  it('still lets the customer go to the call that is up', async () => {
    net.answers(...endpoint());
    const { element } = await openCall();
    net.answers(...endpoint({ get: () => header(429) }));
    await element.refresh();
    await element.refresh();
    expect(element.state).to.equal('open');
    part(element, 'button').click();
    expect(windows.opened.map(({ focusCount }) => focusCount)).to.deep.equal([1]);
    expect(net.requests.slice(-2)).to.deep.equal(['POST', 'GET']);
  });

  it('is spoken once, with the whole time, however often the label changes', async () => {
    net.answers(...endpoint());
    const { element } = await mountReady();
    net.answers(...endpoint({ get: () => header(429, '60') }));
    await element.refresh();
    await settled(element, 'error');
    const region = element.shadowRoot?.querySelector('[role=status]');
    const spoken = region?.textContent;
    expect(spoken).to.match(/Too many attempts.*Try again \(1:00\)\.$/);
    const first = textOf(element, 'label');
    while (textOf(element, 'label') === first) await task();
    expect(textOf(element, 'label')).to.match(/^Try again \(0:5\d\)$/);
    expect(region?.textContent).to.equal(spoken);
    const countdown = part(element, 'label').querySelector('[aria-hidden=true]');
    expect(countdown?.textContent, 'not in the name of the button').to.match(/\(0:5\d\)/);
  });

  it('gets the next request once the time is over', async () => {
    net.answers(...endpoint({ get: () => header(429, '1') }));
    const { element } = await mount();
    await settled(element, 'error');
    net.answers(...endpoint());
    while (part(element, 'button').hasAttribute('aria-disabled')) await task();
    expect(textOf(element, 'label')).to.equal('Try again');
    part(element, 'button').click();
    await settled(element, 'ready');
    expect(net.requests).to.deep.equal(['GET', 'GET']);
  });
});
