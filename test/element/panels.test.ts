import { expect, waitUntil } from '@open-wc/testing';
import { HttpResponse } from 'msw';

import { answer, endpoint, SEED_LINK } from '../support/scenarios.js';
import type { EnkashVkycButton } from '../../src/element/enkash-vkyc-button.js';
import { fakeWindows } from '../support/fake-windows.js';
import { loadParts } from '../support/lazy-parts.js';
import { errorCodes, mount, mountReady, network, part, settled } from '../support/element-page.js';

const find = (element: EnkashVkycButton, selector: string) =>
  element.renderRoot.querySelector<HTMLElement>(selector);
const press = async (element: EnkashVkycButton, selector: string) => {
  find(element, selector)?.click();
  await element.updateComplete;
};
const PREPARE = '#prepare-button';
const HANDOFF = '#handoff-button';
const isOpen = (element: EnkashVkycButton, button: string) =>
  find(element, button)?.getAttribute('aria-expanded') === 'true';
const announcementOf = (element: EnkashVkycButton) => find(element, '[role=status]')?.textContent.trim();
const codeShown = (element: EnkashVkycButton) =>
  waitUntil(() => find(element, '[part=qr]'), 'the QR code is shown', { timeout: 5000 });

describe('the panels below the button', () => {
  const net = network();
  const windows = fakeWindows();

  before(loadParts);
  beforeEach(() => net.answers(...endpoint()));

  describe('"Before you start"', () => {
    it('is closed at first, and lists what to have ready once it is opened', async () => {
      const { element } = await mountReady();
      expect(isOpen(element, PREPARE)).to.equal(false);
      await press(element, PREPARE);
      expect(isOpen(element, PREPARE)).to.equal(true);
      expect(find(element, '#prepare')?.innerText).to.contain('original PAN card');
      await press(element, PREPARE);
      expect(isOpen(element, PREPARE)).to.equal(false);
      expect(find(element, '#prepare')).to.equal(null);
    });

    it('shows and announces the result of the device check, and does not prevent the call', async () => {
      const { element } = await mountReady();
      await press(element, PREPARE);
      const results = () => [
        ...element.renderRoot.querySelectorAll<HTMLElement>('#prepare :is(li.warning, li.tick)'),
      ];
      await waitUntil(() => results().length > 0, 'the result is shown', { timeout: 4000 });
      const shown = results().map(({ innerText }) => innerText.trim());
      expect(announcementOf(element)).to.equal(shown.join(' '));
      await press(element, '[part~=button]');
      expect(windows.opened).to.have.length(1);
    });

    it('closes when the call starts', async () => {
      const { element } = await mountReady();
      await press(element, PREPARE);
      await press(element, '[part~=button]');
      await settled(element, 'open');
      expect(isOpen(element, PREPARE)).to.equal(false);
    });

    it('is gone, but its space is kept, once the customer is verified', async () => {
      const { element } = await mountReady();
      const { height } = element.getBoundingClientRect();
      net.answers(...endpoint({ get: () => answer({ status: 'verified' }) }));
      await element.refresh();
      await settled(element, 'done');
      expect(find(element, PREPARE)).to.equal(null);
      expect(element.getBoundingClientRect().height).to.equal(height);
    });
  });

  describe('"Continue on your phone"', () => {
    it('is shown only if the page enables it', async () => {
      expect(find((await mountReady()).element, HANDOFF)).to.equal(null);
      expect(find((await mountReady({ handoff: 'false' })).element, HANDOFF)).to.equal(null);
      expect(find((await mountReady({ handoff: '' })).element, HANDOFF)).not.to.equal(null);
    });

    it('fetches nothing until it is opened, then shows a QR code and the ways to send the link', async () => {
      const { element } = await mountReady({ handoff: '' });
      expect(net.requests).to.deep.equal(['GET']);
      await press(element, HANDOFF);
      await codeShown(element);
      expect(net.requests.filter((method) => method === 'POST')).to.have.length(1);
      expect(part(element, 'handoff').innerText).to.contain('Copy link');
      expect(element.state).to.equal('ready');
      expect(part(element, 'hint').innerText).to.contain('Continue on your phone.');
    });

    it('puts the link into no attribute and no text', async () => {
      const { element } = await mountReady({ handoff: '' });
      await press(element, HANDOFF);
      await codeShown(element);
      expect(element.renderRoot.innerHTML).not.to.contain(SEED_LINK.slice(-20));
    });

    it('hides the link when it is toggled again, and when the call starts here', async () => {
      const { element } = await mountReady({ handoff: '' });
      await press(element, HANDOFF);
      await codeShown(element);
      await press(element, HANDOFF);
      expect(find(element, '[part=qr]')).to.equal(null);
      await press(element, HANDOFF);
      await codeShown(element);
      await press(element, '[part~=button]');
      await settled(element, 'open');
      expect(find(element, '[part=qr]')).to.equal(null);
    });

    it('names EnKash and the page in the message, as a link without a sender looks like fraud', async () => {
      const shared: ShareData[] = [];
      const share = (data: ShareData) => Promise.resolve(void shared.push(data));
      const stub = (name: string, value: unknown) =>
        Object.defineProperty(navigator, name, { value, configurable: true });
      stub('canShare', () => true);
      stub('share', share);
      try {
        const { element } = await mountReady({ handoff: '' });
        await press(element, HANDOFF);
        await codeShown(element);
        await press(element, '.way:nth-child(2)');
        expect(shared).to.deep.equal([
          { text: `Continue video KYC (EnKash, ${location.hostname}):`, url: SEED_LINK },
        ]);
      } finally {
        Reflect.deleteProperty(navigator, 'canShare');
        Reflect.deleteProperty(navigator, 'share');
      }
    });

    it('has one panel open at a time', async () => {
      const { element } = await mountReady({ handoff: '' });
      await press(element, PREPARE);
      await press(element, HANDOFF);
      await codeShown(element);
      expect([isOpen(element, PREPARE), isOpen(element, HANDOFF)]).to.deep.equal([false, true]);
      await press(element, PREPARE);
      expect([isOpen(element, PREPARE), isOpen(element, HANDOFF)]).to.deep.equal([true, false]);
    });

    it('shows and announces a failure, with a single vkyc-error', async () => {
      const { element, events } = await mountReady({ handoff: '' });
      net.answers(...endpoint({ post: () => new HttpResponse(null, { status: 429 }) }));
      await press(element, HANDOFF);
      await waitUntil(() => errorCodes(events).length > 0, 'vkyc-error is fired');
      await element.updateComplete;
      expect(errorCodes(events)).to.deep.equal(['rate_limited']);
      expect(part(element, 'handoff').innerText).to.contain('Too many attempts.');
      expect(announcementOf(element)).to.equal('Too many attempts. Please try again after a minute.');
      expect(element.state).to.equal('ready');
    });

    it('announces the next opening instead, outside the opening hours', async () => {
      net.answers(...endpoint());
      const { element } = await mount({ handoff: '', holidays: '', 'working-hours': '00:00-00:01' });
      net.answers(
        ...endpoint({
          get: () =>
            answer({
              session: { availability: { open: false, reason: 'holiday', opensAt: '2030-01-01T04:30:00Z' } },
            }),
        }),
      );
      await element.refresh();
      await settled(element, 'closed');
      await press(element, HANDOFF);
      expect(isOpen(element, HANDOFF)).to.equal(false);
      expect(announcementOf(element)).to.contain('Closed for a holiday.');
      expect(net.requests).not.to.contain('POST');
    });
  });

  it('shows a spinner during a refresh by the customer, then announces the status', async () => {
    net.answers(...endpoint({ get: () => answer({ status: 'under-review' }) }));
    const { element } = await mount();
    await settled(element, 'ready');
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    net.answers(
      ...endpoint({
        get: async () => {
          await held;
          return answer({ status: 'under-review' });
        },
      }),
    );
    await press(element, '[part~=button]');
    expect(find(element, '[part=spinner]')).not.to.equal(null);
    release();
    await waitUntil(() => find(element, '[part=spinner]') === null, 'the response has arrived');
    expect(announcementOf(element)).to.contain('EnKash is reviewing it');
  });
});
