import { expect, oneEvent } from '@open-wc/testing';
import { HttpResponse } from 'msw';
import { answer, endpoint, ENDPOINT, scenarios, SEED_LINK } from '../support/scenarios.js';
import type { VkycErrorEvent, VkycRemindEvent } from '../../src/element/events.js';
import { ERROR_CATALOGUE, type ErrorCode } from '../../src/errors/error-catalogue.js';
import { fakeWindows } from '../support/fake-windows.js';
import { errorCodes, mount, network, part, settled, messages } from '../support/element-page.js';

const SUNDAY_NOON = Date.UTC(2026, 10, 22, 6, 30);

describe('<enkash-vkyc-button>', () => {
  const net = network();
  const windows = fakeWindows();

  describe('on load', () => {
    it('asks the endpoint once, with GET, and mints no link unasked', async () => {
      net.answers(...endpoint());
      const { element } = await mount();
      await settled(element, 'ready');
      expect(net.requests).to.deep.equal(['GET']);
    });

    it("shows EnKash's documented reply, byte for byte, as 'VKYC In Progress' with an enabled button", async () => {
      net.answers(...scenarios.seed());
      const { element, heard } = await mount({ 'working-hours': '00:00-24:00', 'working-days': 'mon-sun' });
      await settled(element, 'ready');
      expect(messages(element, 'badge')).to.equal('VKYC In Progress');
      expect(element.phase).to.equal('in-progress');
      expect(element.getAttribute('phase')).to.equal('in-progress');
      expect(part(element, 'button').hasAttribute('aria-disabled')).to.equal(false);
      expect(heard.map(({ type }) => type)).to.deep.equal(['vkyc-status-change']);
    });

    it('says so, and asks nothing, while it has no endpoint', async () => {
      const { element } = await mount({ 'session-endpoint': '' });
      await element.updateComplete;
      expect(element.state).to.equal('idle');
      expect(messages(element, 'hint')).to.equal('Video KYC is not available right now.');
      expect(net.requests).to.deep.equal([]);
    });

    it('answers a click without an endpoint with a typed error', async () => {
      const { element } = await mount({ 'session-endpoint': '' });
      await element.updateComplete;
      setTimeout(() => part(element, 'button').click());
      const { detail } = await oneEvent<VkycErrorEvent>(element, 'vkyc-error');
      expect(detail).to.deep.equal({ code: 'no_endpoint', retryable: false, actor: 'partner' });
    });

    it('starts afresh when the endpoint changes', async () => {
      net.answers(...endpoint({ get: () => answer({ standing: 'verified' }) }));
      const { element } = await mount();
      await settled(element, 'done');
      net.answers(...endpoint({ get: () => answer({ standing: 'not-started' }) }));
      element.sessionEndpoint = `${ENDPOINT}?another`;
      await settled(element, 'ready');
      expect(element.phase).to.equal('not-started');
    });
  });

  describe('a click', () => {
    it('opens a blank window in the gesture, mints with POST, and sends the window exactly to the link', async () => {
      net.answers(...scenarios.seed());
      const { element, heard } = await mount({ 'working-hours': '00:00-24:00', 'working-days': 'mon-sun' });
      await settled(element, 'ready');
      part(element, 'button').click();
      expect(windows.opened.map(({ url }) => url)).to.deep.equal(['']);
      expect(element.state).to.equal('opening');
      await settled(element, 'open');
      expect(windows.opened[0]?.went).to.deep.equal([SEED_LINK]);
      expect(windows.opened[0]?.opener).to.equal(null);
      expect(net.requests).to.deep.equal(['GET', 'POST']);
      expect(heard.map(({ type }) => type)).to.deep.equal(['vkyc-status-change', 'vkyc-start', 'vkyc-open']);
    });

    it('opens the link at once when the customer showed intent before', async () => {
      net.answers(...endpoint());
      const { element } = await mount();
      await settled(element, 'ready');
      const minted = new Promise((resolve) =>
        net.answers(...endpoint({ post: () => (setTimeout(resolve), answer({ link: SEED_LINK })) })),
      );
      part(element, 'button').dispatchEvent(new PointerEvent('pointerenter'));
      await minted;
      while (net.requests.length < 2) await element.refresh();
      await element.refresh();
      part(element, 'button').click();
      expect(windows.opened.map(({ url }) => url)).to.deep.equal([SEED_LINK]);
      expect(net.requests.filter((method) => method === 'POST')).to.have.length(1);
    });

    it('tells that a new endpoint has taken the place of a call, whose window stays', async () => {
      net.answers(...endpoint());
      const { element, heard } = await mount();
      await settled(element, 'ready');
      part(element, 'button').click();
      await settled(element, 'open');
      heard.splice(0);
      element.sessionEndpoint = `${ENDPOINT}?another`;
      await settled(element, 'ready');
      const [close] = heard;
      expect(close?.type).to.equal('vkyc-close');
      expect(close && 'detail' in close && close.detail).to.deep.equal({ mode: 'popup', reason: 'replaced' });
      expect(windows.opened[0]?.closed).to.equal(false);
    });

    it("stays another element's when only one of two gets a new endpoint", async () => {
      net.answers(...endpoint());
      const { element, heard } = await mount();
      const other = await mount();
      await settled(element, 'ready');
      part(element, 'button').click();
      await settled(element, 'open');
      heard.splice(0);
      element.sessionEndpoint = `${ENDPOINT}?another`;
      await settled(element, 'ready');
      expect(heard.map(({ type }) => type)).not.to.contain('vkyc-close');
      expect(other.element.state).to.equal('open');
    });

    it('opens nothing when the page prevents vkyc-start', async () => {
      net.answers(...endpoint());
      const { element } = await mount();
      await settled(element, 'ready');
      element.addEventListener('vkyc-start', (event) => event.preventDefault());
      part(element, 'button').click();
      expect(windows.opened).to.deep.equal([]);
      expect(element.state).to.equal('ready');
    });

    describe('in this tab, after a window that the browser blocked', () => {
      async function offered() {
        net.answers(...endpoint());
        const { element, heard } = await mount();
        await settled(element, 'ready');
        window.open = () => null;
        part(element, 'button').click();
        await element.updateComplete;
        heard.splice(0);
        return {
          element,
          heard,
          press: () => element.renderRoot.querySelector<HTMLElement>('.second')?.click(),
        };
      }

      it('is told to the page before it opens, and the page may prevent it', async () => {
        const { element, heard, press } = await offered();
        element.addEventListener('vkyc-start', (event) => event.preventDefault());
        press();
        expect(heard.map((event) => 'detail' in event && event.detail)).to.deep.equal([{ mode: 'redirect' }]);
        expect(heard.map(({ type }) => type)).to.deep.equal(['vkyc-start']);
        expect(element.state).to.equal('ready');
      });

      it('opens nothing while the page has turned the button off', async () => {
        const { element, heard, press } = await offered();
        element.disabled = true;
        press();
        expect(heard).to.deep.equal([]);
        expect(element.state).to.equal('ready');
      });
    });

    it('brings the window to the front when one is up, instead of opening a second', async () => {
      net.answers(...endpoint());
      const { element } = await mount();
      await settled(element, 'ready');
      part(element, 'button').click();
      await settled(element, 'open');
      part(element, 'button').click();
      part(element, 'button').click();
      expect(windows.opened).to.have.length(1);
      expect(windows.opened[0]?.focused).to.equal(2);
    });

    it('never lets the link into the DOM, an event, the console or storage', async () => {
      const said: unknown[] = [];
      const { log, warn, error, info, debug } = console;
      const listen = (...what: unknown[]) => said.push(...what.map(String));
      Object.assign(console, { log: listen, warn: listen, error: listen, info: listen, debug: listen });
      try {
        net.answers(...scenarios.seed());
        const { element, heard } = await mount({ 'working-hours': '00:00-24:00', 'working-days': 'mon-sun' });
        await settled(element, 'ready');
        part(element, 'button').click();
        await settled(element, 'open');
        const traces = [
          document.documentElement.outerHTML,
          element.shadowRoot?.innerHTML,
          JSON.stringify(heard.map((event) => 'detail' in event && event.detail)),
          JSON.stringify([localStorage, sessionStorage]),
          ...said,
        ].join('\n');
        expect(traces).not.to.contain('signzy');
        expect(traces).not.to.contain('1b66af3a5ac0663e');
      } finally {
        Object.assign(console, { log, warn, error, info, debug });
      }
    });
  });

  describe('outside working hours', () => {
    it('is aria-disabled, names the reason and the next opening, and opens nothing', async () => {
      net.answers(...endpoint({ get: () => answer({ session: { serverTime: SUNDAY_NOON } }) }));
      const { element } = await mount();
      await settled(element, 'closed');
      const button = part(element, 'button');
      expect(button.getAttribute('aria-disabled')).to.equal('true');
      expect(button.hasAttribute('disabled')).to.equal(false);
      expect(button.getAttribute('aria-describedby')).to.equal(part(element, 'hint').id);
      expect(messages(element, 'hint')).to.match(
        /^Open on working days only\. Opens Monday at 10:00 am IST\b/,
      );
      button.click();
      expect(windows.opened).to.deep.equal([]);
      expect(net.requests).to.deep.equal(['GET']);
      expect(element.availability).to.deep.equal({
        open: false,
        reason: 'weekend',
        opensAt: '2026-11-23T04:30:00.000Z',
        closesAt: null,
        clock: 'server',
      });
    });

    it('offers a reminder, which the page may send in its own way', async () => {
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

    it('turns closed, without an error, when the backend refuses a click', async () => {
      net.answers(
        ...endpoint({
          post: () =>
            HttpResponse.json(
              { error: { code: 'closed_hours', opensAt: '2026-11-24T04:30:00Z' } },
              { status: 409 },
            ),
        }),
      );
      const { element, heard } = await mount();
      await settled(element, 'ready');
      part(element, 'button').click();
      await settled(element, 'closed');
      expect(windows.opened[0]?.closed).to.equal(true);
      expect(element.availability.reason).to.equal('server');
      expect(messages(element, 'hint')).to.match(/^Closed right now\. Opens Tuesday at 10:00 am IST\b/);
      const types = heard.map(({ type }) => type);
      expect(types).to.contain('vkyc-availability-change');
      expect(types).not.to.contain('vkyc-error');
    });
  });

  describe('bad input', () => {
    const status = (code: number) => () => new HttpResponse(null, { status: code });
    const replies: Record<string, { reply: () => Response; code: ErrorCode }> = {
      'HTML instead of JSON': { reply: () => HttpResponse.html('<h1>Sign in</h1>'), code: 'not_json' },
      'a code other than 0': {
        reply: () => HttpResponse.json({ code: 1, payload: null }),
        code: 'enkash_error',
      },
      'JSON of another shape': {
        reply: () => HttpResponse.json({ hello: 'world' }),
        code: 'invalid_response',
      },
      401: { reply: status(401), code: 'session_expired' },
      403: { reply: status(403), code: 'session_expired' },
      410: { reply: status(410), code: 'session_expired' },
      409: { reply: status(409), code: 'conflict' },
      422: { reply: status(422), code: 'not_eligible' },
      429: { reply: status(429), code: 'rate_limited' },
      500: { reply: status(500), code: 'server_error' },
      'no answer at all': { reply: () => HttpResponse.error(), code: 'network' },
    };
    for (const [name, { reply, code }] of Object.entries(replies)) {
      it(`${name} on load ends in a sentence, ${code}, and a way on`, async () => {
        net.answers(...endpoint({ get: reply }));
        const { element, heard } = await mount();
        await settled(element, 'error');
        expect(messages(element, 'error')).not.to.equal('');
        expect(messages(element, 'button')).to.equal('Try again');
        expect(errorCodes(heard)).to.deep.equal([code]);
        net.answers(...endpoint());
        part(element, 'button').click();
        await settled(element, 'ready');
      });

      it(`${name} on the click closes the window and ends in a sentence, ${code}, and a way on`, async () => {
        net.answers(...endpoint({ post: reply }));
        const { element, heard } = await mount();
        await settled(element, 'ready');
        part(element, 'button').click();
        await settled(element, 'error');
        expect(windows.opened[0]?.closed).to.equal(true);
        expect(messages(element, 'error')).not.to.equal('');
        expect(errorCodes(heard)).to.deep.equal([code]);
        net.answers(...endpoint());
        part(element, 'button').click();
        await settled(element, ERROR_CATALOGUE[code].retryable ? 'open' : 'ready');
      });
    }

    for (const link of [
      'http://investor-onboarding.signzy.tech/a',
      'https://evil.example/a',
      'https://signzy.tech@evil.example/',
      'javascript:alert(1)',
      'https://signzy.tech.evil.example/',
    ])
      it(`refuses the link ${link} with invalid_link and opens nothing there`, async () => {
        net.answers(...endpoint({ post: () => answer({ link }) }));
        const { element } = await mount();
        await settled(element, 'ready');
        part(element, 'button').click();
        await settled(element, 'error');
        expect(windows.opened[0]?.went).to.deep.equal([]);
        expect(windows.opened[0]?.closed).to.equal(true);
      });

    it('an endpoint that no browser should ask ends in invalid_endpoint', async () => {
      const { element, heard } = await mount({ 'session-endpoint': 'javascript:alert(1)' });
      await settled(element, 'error');
      expect(errorCodes(heard)).to.deep.equal(['invalid_endpoint']);
    });

    it('a malformed setting falls back to its default', async () => {
      net.answers(...endpoint());
      const { element } = await mount({ 'working-hours': 'ten to six', mode: 'IFRAME', theme: 'pink' });
      await settled(element, 'ready');
      expect(element.availability.closesAt).to.equal('2026-11-23T12:30:00.000Z');
    });

    it('reads a property of the text "false" as false, as some frameworks set it', async () => {
      net.answers(...endpoint());
      const { element } = await mount();
      Object.assign(element, { disabled: 'false', handoff: 'false' });
      await element.updateComplete;
      expect([element.disabled, element.handoff]).to.deep.equal([false, false]);
      expect(element.hasAttribute('disabled')).to.equal(false);
    });

    it('reads disabled="false" as false', async () => {
      net.answers(...endpoint());
      const { element } = await mount({ disabled: 'false' });
      await settled(element, 'ready');
      expect(part(element, 'button').hasAttribute('disabled')).to.equal(false);
    });
  });

  describe('when the window goes away', () => {
    it('asks what happened and shows it', async () => {
      net.answers(...endpoint());
      const { element, heard } = await mount();
      await settled(element, 'ready');
      part(element, 'button').click();
      await settled(element, 'open');
      net.answers(...endpoint({ get: () => answer({ standing: 'verified' }) }));
      windows.opened[0]?.close();
      await settled(element, 'done');
      expect(heard.map(({ type }) => type)).to.include.members(['vkyc-close', 'vkyc-status-change']);
      expect(messages(element, 'badge')).to.equal('Full Kyc Verified');
    });
  });

  describe('on removal', () => {
    it('closes a placeholder and asks nothing more, but leaves a call alone', async () => {
      net.answers(...endpoint());
      const { element } = await mount();
      await settled(element, 'ready');
      part(element, 'button').click();
      await settled(element, 'open');
      element.remove();
      await Promise.resolve();
      expect(windows.opened[0]?.closed).to.equal(false);
    });

    it('finds the call again when the page brings the button back', async () => {
      net.answers(...endpoint());
      const { element } = await mount();
      await settled(element, 'ready');
      part(element, 'button').click();
      await settled(element, 'open');
      element.remove();
      await Promise.resolve();
      const back = (await mount()).element;
      await settled(back, 'open');
      part(back, 'button').click();
      expect(windows.opened).to.have.length(1);
      expect(windows.opened[0]?.focused).to.equal(1);
    });

    it('closes a placeholder that has gone nowhere yet', async () => {
      net.answers(...endpoint({ post: () => new Promise(() => undefined) }));
      const { element } = await mount();
      await settled(element, 'ready');
      part(element, 'button').click();
      element.remove();
      await Promise.resolve();
      expect(windows.opened[0]?.closed).to.equal(true);
    });

    it('does not count a move within the page as removal', async () => {
      net.answers(...endpoint());
      const { element } = await mount();
      await settled(element, 'ready');
      const elsewhere = document.createElement('section');
      document.body.append(elsewhere);
      elsewhere.append(element);
      await Promise.resolve();
      expect(element.state).to.equal('ready');
      expect(net.requests).to.deep.equal(['GET']);
      elsewhere.remove();
    });
  });

  describe('two elements with one endpoint', () => {
    it('live in peace when the page gives them different hours', async () => {
      net.answers(...endpoint());
      const one = (await mount({ 'working-hours': '10:00-18:00' })).element;
      const two = (await mount({ 'working-hours': '09:00-17:00' })).element;
      await settled(one, 'ready');
      await settled(two, 'ready');
      expect(net.requests).to.deep.equal(['GET']);
    });

    it('share one question and one call window', async () => {
      net.answers(...endpoint());
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
