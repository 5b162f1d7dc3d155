import { expect, oneEvent } from '@open-wc/testing';
import { HttpResponse } from 'msw';
import { answer, endpoint, ENDPOINT, scenarios, SEED_LINK } from '../support/scenarios.js';
import type { VkycErrorEvent, VkycRemindEvent } from '../../src/element/events.js';
import { ERROR_CATALOGUE, type ErrorCode } from '../../src/errors/error-catalogue.js';
import { fakeWindows } from '../support/fake-windows.js';
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

const SUNDAY_NOON = Date.UTC(2026, 10, 22, 6, 30);
const ALWAYS_OPEN = { 'working-hours': '00:00-24:00', 'working-days': 'mon-sun' };

describe('<enkash-vkyc-button>', () => {
  const net = network();
  const windows = fakeWindows();
  beforeEach(() => net.answers(...endpoint()));

  describe('on load', () => {
    it('sends a single GET request and mints no link', async () => {
      await mountReady();
      expect(net.requests).to.deep.equal(['GET']);
    });

    it("shows EnKash's documented reply, verbatim, as 'In progress' with an enabled button", async () => {
      net.answers(...scenarios.seed());
      const { element, events } = await mountReady(ALWAYS_OPEN);
      expect(textOf(element, 'badge')).to.equal('In progress');
      expect(element.phase).to.equal('in-progress');
      expect(element.getAttribute('phase')).to.equal('in-progress');
      expect(part(element, 'button').hasAttribute('aria-disabled')).to.equal(false);
      expect(events.map(({ type }) => type)).to.deep.equal(['vkyc-status-change']);
    });

    it('shows that KYC is unavailable, and sends no request, without an endpoint', async () => {
      const { element } = await mount({ 'session-endpoint': '' });
      await element.updateComplete;
      expect(element.state).to.equal('idle');
      expect(textOf(element, 'hint')).to.equal('Video KYC is not available right now.');
      expect(net.requests).to.deep.equal([]);
    });

    it('fires vkyc-error with no_endpoint on a click without an endpoint', async () => {
      const { element } = await mount({ 'session-endpoint': '' });
      await element.updateComplete;
      setTimeout(() => part(element, 'button').click());
      const { detail } = await oneEvent<VkycErrorEvent>(element, 'vkyc-error');
      expect(detail).to.deep.equal({ code: 'no_endpoint', retryable: false, actor: 'partner' });
    });

    it('starts over when the endpoint changes', async () => {
      net.answers(...endpoint({ get: () => answer({ status: 'verified' }) }));
      const { element } = await mount();
      await settled(element, 'done');
      net.answers(...endpoint({ get: () => answer({ status: 'not-started' }) }));
      element.sessionEndpoint = `${ENDPOINT}?another`;
      await settled(element, 'ready');
      expect(element.phase).to.equal('not-started');
    });
  });

  describe('a click', () => {
    it('opens a blank window in the gesture, mints with POST, and navigates the window to exactly that link', async () => {
      net.answers(...scenarios.seed());
      const { element, events } = await mountReady(ALWAYS_OPEN);
      part(element, 'button').click();
      expect(windows.opened.map(({ url }) => url)).to.deep.equal(['']);
      expect(element.state).to.equal('opening');
      await settled(element, 'open');
      expect(windows.opened[0]?.navigations).to.deep.equal([SEED_LINK]);
      expect(windows.opened[0]?.opener).to.equal(null);
      expect(net.requests).to.deep.equal(['GET', 'POST']);
      expect(events.map(({ type }) => type)).to.deep.equal(['vkyc-status-change', 'vkyc-start', 'vkyc-open']);
    });

    it('opens the link at once if it was prefetched on intent', async () => {
      const { element } = await mountReady();
      const minted = new Promise((resolve) =>
        net.answers(...endpoint({ post: () => (setTimeout(resolve), answer({ link: SEED_LINK })) })),
      );
      part(element, 'button').dispatchEvent(new PointerEvent('pointerenter'));
      await minted;
      while (net.requests.length < 2) await element.refresh();
      await element.refresh();
      part(element, 'button').click();
      expect(windows.opened.map(({ navigations }) => navigations)).to.deep.equal([[SEED_LINK]]);
      expect(net.requests.filter((method) => method === 'POST')).to.have.length(1);
    });

    it('continues the call when it gets a new endpoint, without closing the window', async () => {
      const { element, events } = await openCall();
      events.splice(0);
      element.sessionEndpoint = `${ENDPOINT}?another`;
      await element.updateComplete;
      expect(element.state).to.equal('open');
      expect(events).to.deep.equal([]);
      expect(windows.opened[0]?.closed).to.equal(false);
    });

    it('continues in the other element if only one of two gets a new endpoint', async () => {
      const { element, events } = await mount();
      const other = await mount();
      await settled(element, 'ready');
      part(element, 'button').click();
      await settled(element, 'open');
      events.splice(0);
      element.sessionEndpoint = `${ENDPOINT}?another`;
      await element.updateComplete;
      expect(events.map(({ type }) => type)).not.to.contain('vkyc-close');
      expect(other.element.state).to.equal('open');
    });

    it('opens nothing if the page cancels vkyc-start', async () => {
      const { element } = await mountReady();
      element.addEventListener('vkyc-start', (event) => event.preventDefault());
      part(element, 'button').click();
      expect(windows.opened).to.deep.equal([]);
      expect(element.state).to.equal('ready');
    });

    describe('to open the call in this tab after a blocked window', () => {
      async function setup() {
        const { element, events } = await mountReady();
        window.open = () => null;
        part(element, 'button').click();
        await element.updateComplete;
        events.splice(0);
        return {
          element,
          events,
          press: () => element.renderRoot.querySelector<HTMLElement>('.second')?.click(),
        };
      }

      it('fires vkyc-start with mode `redirect`, which the page can cancel', async () => {
        const { element, events, press } = await setup();
        element.addEventListener('vkyc-start', (event) => event.preventDefault());
        press();
        expect(events.map((event) => 'detail' in event && event.detail)).to.deep.equal([
          { mode: 'redirect' },
        ]);
        expect(events.map(({ type }) => type)).to.deep.equal(['vkyc-start']);
        expect(element.state).to.equal('ready');
      });

      it('opens nothing while the page has disabled the button', async () => {
        const { element, events, press } = await setup();
        element.disabled = true;
        press();
        expect(events).to.deep.equal([]);
        expect(element.state).to.equal('ready');
      });
    });

    it('brings an open call window to the front instead of opening a second one', async () => {
      const { element } = await openCall();
      part(element, 'button').click();
      part(element, 'button').click();
      expect(windows.opened).to.have.length(1);
      expect(windows.opened[0]?.focusCount).to.equal(2);
    });

    it('never exposes the link in the DOM, an event, the console or storage', async () => {
      const logged: unknown[] = [];
      const { log, warn, error, info, debug } = console;
      const record = (...values: unknown[]) => logged.push(...values.map(String));
      Object.assign(console, { log: record, warn: record, error: record, info: record, debug: record });
      try {
        net.answers(...scenarios.seed());
        const { element, events } = await openCall(ALWAYS_OPEN);
        const exposed = [
          document.documentElement.outerHTML,
          element.shadowRoot?.innerHTML,
          JSON.stringify(events.map((event) => 'detail' in event && event.detail)),
          JSON.stringify([localStorage, sessionStorage]),
          ...logged,
        ].join('\n');
        expect(exposed).not.to.contain('signzy');
        expect(exposed).not.to.contain('1b66af3a5ac0663e');
      } finally {
        Object.assign(console, { log, warn, error, info, debug });
      }
    });
  });

  describe('outside working hours', () => {
    it('is aria-disabled, shows the reason and the next opening, and opens nothing', async () => {
      net.answers(...endpoint({ get: () => answer({ session: { serverTime: SUNDAY_NOON } }) }));
      const { element } = await mount();
      await settled(element, 'closed');
      const button = part(element, 'button');
      expect(button.getAttribute('aria-disabled')).to.equal('true');
      expect(button.hasAttribute('disabled')).to.equal(false);
      expect(button.getAttribute('aria-describedby')).to.equal(part(element, 'hint').id);
      expect(textOf(element, 'hint')).to.match(/^Open on working days only\. Opens Monday at 10:00 am\b/);
      button.click();
      expect(windows.opened).to.deep.equal([]);
      expect(net.requests).not.to.contain('POST');
      expect(element.availability).to.deep.equal({
        open: false,
        reason: 'weekend',
        opensAt: '2026-11-23T04:30:00.000Z',
        closesAt: null,
        clock: 'server',
      });
    });

    it('offers a reminder, which the page can replace by its own', async () => {
      net.answers(...endpoint({ get: () => answer({ session: { serverTime: SUNDAY_NOON } }) }));
      const { element } = await mount();
      await settled(element, 'closed');
      const remind = element.shadowRoot?.querySelector<HTMLElement>('.second');
      expect(remind?.innerText).to.equal('Remind me');
      setTimeout(() => remind?.click());
      element.addEventListener('vkyc-remind', (event) => event.preventDefault());
      const { detail } = await oneEvent<VkycRemindEvent>(element, 'vkyc-remind');
      expect(detail).to.deep.equal({ opensAt: '2026-11-23T04:30:00.000Z' });
    });

    it('changes to `closed`, without an error, if the backend refuses because of the hours', async () => {
      net.answers(
        ...endpoint({
          post: () =>
            HttpResponse.json(
              { error: { code: 'closed_hours', opensAt: '2026-11-24T04:30:00Z' } },
              { status: 409 },
            ),
        }),
      );
      const { element, events } = await mountReady();
      part(element, 'button').click();
      await settled(element, 'closed');
      expect(windows.opened[0]?.closed).to.equal(true);
      expect(element.availability.reason).to.equal('server');
      expect(textOf(element, 'hint')).to.match(/^Closed right now\. Opens Tuesday at 10:00 am\b/);
      const types = events.map(({ type }) => type);
      expect(types).to.contain('vkyc-availability-change');
      expect(types).not.to.contain('vkyc-error');
    });
  });

  describe('with invalid input', () => {
    const status = (code: number) => () => new HttpResponse(null, { status: code });
    const replies: Record<string, { reply: () => Response; code: ErrorCode }> = {
      'HTML instead of JSON': { reply: () => HttpResponse.html('<h1>Sign in</h1>'), code: 'not_json' },
      'a code other than 0': {
        reply: () => HttpResponse.json({ code: 1, payload: null }),
        code: 'enkash_error',
      },
      'JSON of another shape': {
        reply: () => HttpResponse.json({ hello: 'there' }),
        code: 'invalid_response',
      },
      401: { reply: status(401), code: 'session_expired' },
      403: { reply: status(403), code: 'session_expired' },
      410: { reply: status(410), code: 'session_expired' },
      409: { reply: status(409), code: 'conflict' },
      422: { reply: status(422), code: 'not_eligible' },
      429: { reply: status(429), code: 'rate_limited' },
      500: { reply: status(500), code: 'server_error' },
      'no response': { reply: () => HttpResponse.error(), code: 'network' },
    };
    for (const [name, { reply, code }] of Object.entries(replies)) {
      const { retryable } = ERROR_CATALOGUE[code];
      it(`${name} on load gives ${code} with a message, a reference and a next step`, async () => {
        net.answers(...endpoint({ get: reply }));
        const { element, events } = await mount();
        await settled(element, 'error');
        expect(textOf(element, 'error')).not.to.equal('');
        expect(textOf(element, 'error-reference')).to.match(new RegExp(`^${code} · \\d{4}-.* IST$`));
        expect(errorCodes(events)).to.deep.equal([code]);
        net.answers(...endpoint());
        element.addEventListener('vkyc-reload', (event) => event.preventDefault());
        expect(textOf(element, 'button')).to.equal(retryable ? 'Try again' : 'Reload this page');
        part(element, 'button').click();
        if (retryable) await settled(element, 'ready');
        else expect([events.at(-1)?.type, net.requests]).to.deep.equal(['vkyc-reload', ['GET']]);
      });

      it(`${name} on the click closes the window and gives ${code} with a message and a working retry`, async () => {
        net.answers(...endpoint({ post: reply }));
        const { element, events } = await mountReady();
        part(element, 'button').click();
        await settled(element, 'error');
        expect(windows.opened[0]?.closed).to.equal(true);
        expect(textOf(element, 'error')).not.to.equal('');
        expect(errorCodes(events)).to.deep.equal([code]);
        net.answers(...endpoint());
        element.addEventListener('vkyc-reload', (event) => event.preventDefault());
        part(element, 'button').click();
        if (code === 'session_expired') expect(events.at(-1)?.type).to.equal('vkyc-reload');
        else await settled(element, retryable ? 'open' : 'ready');
      });
    }

    for (const link of [
      'http://investor-onboarding.signzy.tech/a',
      'https://evil.example/a',
      'https://signzy.tech@evil.example/',
      'javascript:alert(1)',
      'https://signzy.tech.evil.example/',
    ])
      it(`rejects the link ${link} and never navigates to it`, async () => {
        net.answers(...endpoint({ post: () => answer({ link }) }));
        const { element } = await mountReady();
        part(element, 'button').click();
        await settled(element, 'error');
        expect(windows.opened[0]?.navigations).to.deep.equal([]);
        expect(windows.opened[0]?.closed).to.equal(true);
      });

    it('an endpoint with an unsafe URL gives invalid_endpoint', async () => {
      const { element, events } = await mount({ 'session-endpoint': 'javascript:alert(1)' });
      await settled(element, 'error');
      expect(errorCodes(events)).to.deep.equal(['invalid_endpoint']);
    });

    it('a malformed setting falls back to its default', async () => {
      const { element } = await mountReady({ 'working-hours': 'ten to six', mode: 'IFRAME', theme: 'pink' });
      expect(element.availability.closesAt).to.equal('2026-11-23T12:30:00.000Z');
    });

    it('treats a property set to "false" as false, as some frameworks set it', async () => {
      const { element } = await mount();
      Object.assign(element, { disabled: 'false', handoff: 'false' });
      await element.updateComplete;
      expect([element.disabled, element.handoff]).to.deep.equal([false, false]);
      expect(element.hasAttribute('disabled')).to.equal(false);
    });

    it('treats disabled="false" as false', async () => {
      const { element } = await mountReady({ disabled: 'false' });
      expect(part(element, 'button').hasAttribute('disabled')).to.equal(false);
    });
  });

  describe('when the call window is closed', () => {
    it('refreshes the status and shows it', async () => {
      const { element, events } = await openCall();
      net.answers(...endpoint({ get: () => answer({ status: 'verified' }) }));
      windows.opened[0]?.close();
      await settled(element, 'done');
      expect(events.map(({ type }) => type)).to.include.members(['vkyc-close', 'vkyc-status-change']);
      expect(textOf(element, 'badge')).to.equal('Verified');
    });
  });

  describe('on removal', () => {
    it('does not close a call window', async () => {
      const { element } = await openCall();
      element.remove();
      await Promise.resolve();
      expect(windows.opened[0]?.closed).to.equal(false);
    });

    it('finds the call again when the button is mounted again', async () => {
      const { element } = await openCall();
      element.remove();
      await Promise.resolve();
      const back = (await mount()).element;
      await settled(back, 'open');
      part(back, 'button').click();
      expect(windows.opened).to.have.length(1);
      expect(windows.opened[0]?.focusCount).to.equal(1);
    });

    it('does not treat a move within the page as removal', async () => {
      const { element } = await mountReady();
      const elsewhere = document.createElement('section');
      document.body.append(elsewhere);
      elsewhere.append(element);
      await Promise.resolve();
      expect(element.state).to.equal('ready');
      expect(net.requests).to.deep.equal(['GET']);
      elsewhere.remove();
    });
  });

  describe('two elements with the same endpoint', () => {
    it('do not overwrite each other’s schedule endlessly', async () => {
      const one = (await mount({ 'working-hours': '10:00-18:00' })).element;
      const two = (await mount({ 'working-hours': '09:00-17:00' })).element;
      await settled(one, 'ready');
      await settled(two, 'ready');
      expect(net.requests).to.deep.equal(['GET']);
    });

    it('share one request and one call window', async () => {
      const [one, two] = [(await mount()).element, (await mount()).element];
      await settled(one, 'ready');
      await settled(two, 'ready');
      expect(net.requests).to.deep.equal(['GET']);
      part(one, 'button').click();
      await settled(two, 'open');
      part(two, 'button').click();
      expect(windows.opened).to.have.length(1);
    });
  });
});
