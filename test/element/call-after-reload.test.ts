import { expect } from '@open-wc/testing';

import type { EnkashVkycButton } from '../../src/element/enkash-vkyc-button.js';
import { forgetWindows } from '../support/forget-page-call.js';
import { answer, endpoint } from '../support/scenarios.js';
import {
  mountReady,
  network,
  openCall,
  part,
  settled,
  textOf,
  type MountedElement,
} from '../support/element-page.js';
import { fakeWindows } from '../support/fake-windows.js';

const MAY_BE_OPEN = 'If the video call is still open in another window, go back to it.';
const ON_THE_PHONE = 'Continue on your phone. The result will show here.';

const task = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Loads the page again: nothing of the element and its windows is left, only the tab is the same. */
async function reload(element: EnkashVkycButton): Promise<MountedElement> {
  element.remove();
  await task();
  forgetWindows();
  return mountReady();
}

/** The ways in which a customer, or the page, approaches the button without a press. */
const APPROACHES: Readonly<Record<string, (button: HTMLElement) => void>> = {
  hover: (button) => button.dispatchEvent(new PointerEvent('pointerenter')),
  focus: (button) => button.dispatchEvent(new FocusEvent('focus')),
  touch: (button) => button.dispatchEvent(new TouchEvent('touchstart')),
};

const net = network();
const windows = fakeWindows();

describe('a page that is loaded again during a call', () => {
  beforeEach(() => net.answers(...endpoint()));

  it('says that the call may be open in another window, and asks for the status once', async () => {
    const { element } = await reload((await openCall()).element);
    expect(textOf(element, 'hint')).to.equal(MAY_BE_OPEN);
    expect(textOf(element, 'secondary-button')).to.equal('Check status');
    expect(net.requests.slice(-1)).to.deep.equal(['GET']);
  });

  it('opens and mints nothing at the first press, and lets the customer choose at the second', async () => {
    const { element, events } = await reload((await openCall()).element);
    const before = net.requests.length;
    expect(textOf(element, 'label')).to.equal('Continue video KYC');
    part(element, 'button').click();
    await element.updateComplete;
    expect(windows.opened).to.have.length(1);
    expect(textOf(element, 'label')).to.equal('Open the video call');
    expect(textOf(element, 'hint')).to.equal(MAY_BE_OPEN);
    expect(textOf(element, 'secondary-button')).to.equal('Check status');
    expect(element.shadowRoot?.querySelector('[role=status]')?.textContent).to.contain(MAY_BE_OPEN);
    expect(events.map(({ type }) => type)).not.to.include('vkyc-start');
    expect(net.requests).to.have.length(before);

    part(element, 'button').click();
    await settled(element, 'open');
    expect(windows.opened).to.have.length(2);
    expect(net.requests.slice(before)).to.deep.equal(['POST']);
  });

  it("asks the customer just the same when the page's own button calls start()", async () => {
    const { element } = await reload((await openCall()).element);
    element.start();
    expect(windows.opened).to.have.length(1);
    element.start();
    await settled(element, 'open');
    expect(windows.opened).to.have.length(2);
  });

  for (const [name, approach] of Object.entries(APPROACHES))
    it(`mints nothing on ${name}, neither before nor after that press`, async () => {
      const { element } = await reload((await openCall()).element);
      const before = net.requests.length;
      approach(part(element, 'button'));
      part(element, 'button').click();
      await element.updateComplete;
      approach(part(element, 'button'));
      await task();
      expect(net.requests.slice(before)).to.deep.equal([]);
    });

  it('opens a call at the first press once the outcome is known', async () => {
    const opened = await openCall();
    net.answers(...endpoint({ get: () => answer({ status: 'rejected' }) }));
    const { element } = await reload(opened.element);
    part(element, 'button').click();
    await settled(element, 'open');
    expect(windows.opened).to.have.length(2);
  });

  it('asks at a press, too, where the page itself cannot observe the window any more', async () => {
    const { element } = await openCall();
    const [first] = windows.opened;
    element.close();
    first?.close();
    part(element, 'button').click();
    await element.updateComplete;
    expect(element.state).to.equal('checking');
    expect(textOf(element, 'label')).to.equal('Open the video call');
    expect(windows.opened).to.have.length(1);
    part(element, 'button').click();
    await settled(element, 'open');
    expect(windows.opened).to.have.length(2);
  });
});

describe('a call that continues on the phone', () => {
  beforeEach(() => net.answers(...endpoint()));

  async function handOff(): Promise<EnkashVkycButton> {
    const { element } = await mountReady({ handoff: '' });
    element.shadowRoot?.querySelector<HTMLElement>('#handoff-button')?.click();
    while (!element.shadowRoot?.querySelector('[part=qr][role=img]')) await task();
    await element.updateComplete;
    return element;
  }

  /** The ways in which the page shows its button again. */
  const ways: Readonly<Record<string, (element: EnkashVkycButton) => Promise<EnkashVkycButton>>> = {
    'is loaded again': async (element) => (await reload(element)).element,
    'renders another element': async (element) => {
      const next = (await mountReady()).element;
      element.remove();
      await task();
      return next;
    },
    'sets a fresh endpoint': async (element) => {
      element.sessionEndpoint = `${element.sessionEndpoint ?? ''}#again`;
      await element.updateComplete;
      await settled(element, 'ready');
      return element;
    },
  };

  for (const [name, way] of Object.entries(ways))
    it(`is remembered when the page ${name}: no approach mints another link`, async () => {
      const element = await way(await handOff());
      expect(textOf(element, 'hint')).to.equal(ON_THE_PHONE);
      const before = net.requests.length;
      for (const approach of Object.values(APPROACHES)) approach(part(element, 'button'));
      await task();
      expect(net.requests.slice(before)).to.deep.equal([]);
    });

  it('is forgotten once a call opens here', async () => {
    const { element } = await reload(await handOff());
    part(element, 'button').click();
    await settled(element, 'open');
    const after = await reload(element);
    expect(textOf(after.element, 'hint')).to.equal(MAY_BE_OPEN);
  });
});
