import { expect, waitUntil } from '@open-wc/testing';
import { HttpResponse } from 'msw';

import { answer, endpoint, SEED_LINK } from '../support/scenarios.js';
import type { EnkashVkycButton } from '../../src/element/enkash-vkyc-button.js';
import { fakeWindows } from '../support/fake-windows.js';
import { errorCodes, mount, network, part, settled } from '../support/element-page.js';

const inside = (element: EnkashVkycButton, selector: string) =>
  element.renderRoot.querySelector<HTMLElement>(selector);
const press = async (element: EnkashVkycButton, selector: string) => {
  inside(element, selector)?.click();
  await element.updateComplete;
};
const PREPARE = '#prepare-button';
const HANDOFF = '#handoff-button';
const isOpen = (element: EnkashVkycButton, button: string) =>
  inside(element, button)?.getAttribute('aria-expanded') === 'true';
const spoken = (element: EnkashVkycButton) => inside(element, '[role=status]')?.textContent.trim();
const shown = (element: EnkashVkycButton) =>
  waitUntil(() => inside(element, '[part=qr]'), 'the code is shown', { timeout: 5000 });

describe('below the button', () => {
  const net = network();
  const windows = fakeWindows();

  const ready = async (attributes: Record<string, string> = {}) => {
    net.answers(...endpoint());
    const page = await mount(attributes);
    await settled(page.element, 'ready');
    return page;
  };

  describe('"Before you start"', () => {
    it('is closed at first, and shows what to have at hand when it is pressed', async () => {
      const { element } = await ready();
      expect(isOpen(element, PREPARE)).to.equal(false);
      await press(element, PREPARE);
      expect(isOpen(element, PREPARE)).to.equal(true);
      expect(inside(element, '#prepare')?.innerText).to.contain('original PAN card');
      await press(element, PREPARE);
      expect(isOpen(element, PREPARE)).to.equal(false);
      expect(inside(element, '#prepare')?.innerText.trim()).to.equal('');
    });

    it('says what the device check found, in its list and to a screen reader, and keeps nobody from the call', async () => {
      const { element } = await ready();
      await press(element, PREPARE);
      const listed = () => inside(element, '#prepare')?.innerText ?? '';
      await waitUntil(() => listed().includes(spoken(element) ?? '?'), 'what is said is what is shown');
      expect(inside(element, '.warning, .ready')?.innerText.trim()).to.equal(spoken(element));
      await press(element, '[part=button]');
      expect(windows.opened).to.have.length(1);
    });

    it('makes room for the call once it starts', async () => {
      const { element } = await ready();
      await press(element, PREPARE);
      await press(element, '[part=button]');
      await settled(element, 'open');
      expect(isOpen(element, PREPARE)).to.equal(false);
    });

    it('means nothing to a customer who is verified, whose room it keeps so that nothing moves', async () => {
      const { element } = await ready();
      const { height } = element.getBoundingClientRect();
      net.answers(...endpoint({ get: () => answer({ standing: 'verified' }) }));
      await element.refresh();
      await settled(element, 'done');
      expect(inside(element, PREPARE)?.checkVisibility({ visibilityProperty: true })).to.equal(false);
      expect(element.getBoundingClientRect().height).to.equal(height);
    });
  });

  describe('"Continue on your phone"', () => {
    it('is there only where the page offers it', async () => {
      expect(inside((await ready()).element, HANDOFF)).to.equal(null);
      expect(inside((await ready({ handoff: 'false' })).element, HANDOFF)).to.equal(null);
      expect(inside((await ready({ handoff: '' })).element, HANDOFF)).not.to.equal(null);
    });

    it('fetches and shows nothing until it is pressed, then a code and the ways to send the link', async () => {
      const { element } = await ready({ handoff: '' });
      expect(net.requests).to.deep.equal(['GET']);
      await press(element, HANDOFF);
      await shown(element);
      expect(net.requests.filter((method) => method === 'POST')).to.have.length(1);
      expect(part(element, 'handoff').innerText).to.contain('Copy link');
      expect(element.state).to.equal('ready');
      expect(part(element, 'hint').innerText).to.contain('Continue on your phone.');
    });

    it('holds the link in no attribute and no text', async () => {
      const { element } = await ready({ handoff: '' });
      await press(element, HANDOFF);
      await shown(element);
      expect(element.renderRoot.innerHTML).not.to.contain(SEED_LINK.slice(-20));
    });

    it('hides the link when it is pressed again, when the call starts here, and with the element', async () => {
      const { element } = await ready({ handoff: '' });
      await press(element, HANDOFF);
      await shown(element);
      await press(element, HANDOFF);
      expect(inside(element, '[part=qr]')).to.equal(null);
      await press(element, HANDOFF);
      await shown(element);
      await press(element, '[part=button]');
      await settled(element, 'open');
      expect(inside(element, '[part=qr]')).to.equal(null);
    });

    it('leaves one panel open at a time', async () => {
      const { element } = await ready({ handoff: '' });
      await press(element, PREPARE);
      await press(element, HANDOFF);
      await shown(element);
      expect([isOpen(element, PREPARE), isOpen(element, HANDOFF)]).to.deep.equal([false, true]);
      await press(element, PREPARE);
      expect([isOpen(element, PREPARE), isOpen(element, HANDOFF)]).to.deep.equal([true, false]);
    });

    it('says why when there is no link, and tells the page once', async () => {
      const { element, heard } = await ready({ handoff: '' });
      net.answers(...endpoint({ post: () => new HttpResponse(null, { status: 429 }) }));
      await press(element, HANDOFF);
      await waitUntil(() => errorCodes(heard).length > 0, 'the failure is told');
      await element.updateComplete;
      expect(errorCodes(heard)).to.deep.equal(['rate_limited']);
      expect(part(element, 'handoff').innerText).to.contain('Too many tries.');
      expect(spoken(element)).to.equal('Too many tries. Please try again in a minute.');
      expect(element.state).to.equal('ready');
    });

    it('says when it opens instead, outside hours', async () => {
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
      expect(spoken(element)).to.contain('Closed for a holiday.');
      expect(net.requests).not.to.contain('POST');
    });
  });

  it('asks where the customer stands with a sign of it, and says how things stand', async () => {
    net.answers(...endpoint({ get: () => answer({ standing: 'under-review' }) }));
    const { element } = await mount();
    await settled(element, 'ready');
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    net.answers(
      ...endpoint({
        get: async () => {
          await held;
          return answer({ standing: 'under-review' });
        },
      }),
    );
    await press(element, '[part=button]');
    expect(inside(element, '[part=spinner]')).not.to.equal(null);
    release();
    await waitUntil(() => inside(element, '[part=spinner]') === null, 'the answer came');
    expect(spoken(element)).to.contain('EnKash is reviewing it');
  });
});
