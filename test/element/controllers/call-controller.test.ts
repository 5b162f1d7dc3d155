import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { VkycError } from '../../../src/errors/vkyc-error.js';
import { answer, ENDPOINT, endpoint, SEED_LINK } from '../../support/scenarios.js';
import { hostInState, mountHost, STATE, type ControllerHost } from '../../support/controller-host.js';
import { network } from '../../support/element-page.js';
import { forgetPageCall } from '../../support/forget-page-call.js';
import { fakeWindows } from '../../support/fake-windows.js';

const SUNDAY_NOON = Date.UTC(2026, 10, 22, 6, 30);

describe('CallController', () => {
  const net = network();
  const windows = fakeWindows();
  beforeEach(() => net.answers(...endpoint()));

  const mountReady = async (settings: Partial<ControllerHost> = {}) => {
    const host = await mountHost(settings);
    await hostInState(host, 'ready');
    return host;
  };

  it('knows how a call would open, but not without an endpoint', async () => {
    expect((await mountHost({ sessionEndpoint: null })).call.mode).to.equal(null);
    expect((await mountHost()).call.mode).to.equal('popup');
    expect((await mountHost({ mode: 'iframe' })).call.mode).to.equal('iframe');
  });

  describe('start()', () => {
    it('fires vkyc-start, then opens the window with a placeholder', async () => {
      const host = await mountReady();
      const opened: number[] = [];
      host.addEventListener('vkyc-start', () => opened.push(windows.opened.length));
      host.call.start();
      expect(opened).to.deep.equal([0]);
      expect(windows.opened.map(({ url }) => url)).to.deep.equal(['']);
      await hostInState(host, 'open');
    });

    it('uses the requested mode instead of the setting', async () => {
      const host = await mountReady();
      const modes: string[] = [];
      host.addEventListener('vkyc-start', (event) => {
        modes.push(event.detail.mode);
        event.preventDefault();
      });
      host.call.start('redirect');
      host.call.start();
      expect(modes).to.deep.equal(['redirect', 'popup']);
      expect(windows.opened).to.deep.equal([]);
    });

    it('passes the link to the listener in `host` mode, and opens nothing', async () => {
      const host = await mountReady({ mode: 'host' });
      let link: Promise<string> | undefined;
      host.addEventListener('vkyc-start', (event) => {
        link = event.takeLink?.();
      });
      host.call.start();
      expect(await link).to.equal(SEED_LINK);
      expect(windows.opened).to.deep.equal([]);
      host.call.close();
    });

    it('reports no_endpoint without an endpoint', async () => {
      const host = await mountHost({ sessionEndpoint: null });
      const codes: string[] = [];
      host.addEventListener('vkyc-error', ({ detail }) => codes.push(detail.code));
      host.call.start();
      expect(codes).to.deep.equal(['no_endpoint']);
    });

    it('only announces the state while loading and while closed', async () => {
      net.answers(...endpoint({ get: () => answer({ session: { serverTime: SUNDAY_NOON } }) }));
      const host = await mountHost();
      host.call.start();
      expect(host.announcements).to.deep.equal([STATE]);
      await hostInState(host, 'closed');
      host.call.start();
      expect(host.announcements).to.deep.equal([STATE, STATE]);
      expect(windows.opened).to.deep.equal([]);
    });

    it('does nothing while the page has disabled the button, or once the customer is verified', async () => {
      const disabled = await mountReady({ disabled: true });
      disabled.call.start();
      net.answers(...endpoint({ get: () => answer({ status: 'verified' }) }));
      await disabled.journey.shared?.refresh();
      disabled.disabled = false;
      disabled.call.start();
      expect(disabled.journey.current.state).to.equal('done');
      expect(windows.opened).to.deep.equal([]);
      expect(disabled.announcements).to.deep.equal([]);
    });

    it('brings an open call to the front', async () => {
      const host = await mountReady();
      host.call.start();
      await hostInState(host, 'open');
      host.call.start();
      expect(windows.opened).to.have.length(1);
      expect(windows.opened[0]?.focusCount).to.equal(1);
    });

    it('opens the call in the mode that the customer has chosen instead of an open call', async () => {
      const host = await mountReady();
      host.call.start();
      await hostInState(host, 'open');
      const modes: string[] = [];
      host.addEventListener('vkyc-start', (event) => {
        modes.push(event.detail.mode);
        event.preventDefault();
      });
      host.call.start('redirect');
      expect(modes).to.deep.equal(['redirect']);
      expect(windows.opened[0]?.focusCount).to.equal(0);
    });
  });

  describe('when a listener of vkyc-start starts a call itself', () => {
    const prefetched = async (host: ControllerHost) => {
      host.journey.shared?.prefetchLink();
      await waitUntil(() => net.requests.includes('POST'));
      await host.journey.shared?.refresh();
    };

    for (const isPrefetched of [false, true]) {
      const when = isPrefetched ? 'with a prefetched link' : 'without a link';

      it(`opens one window, and fires no second event, ${when}`, async () => {
        const host = await mountReady();
        if (isPrefetched) await prefetched(host);
        let events = 0;
        host.addEventListener('vkyc-start', () => {
          events++;
          host.call.start();
        });
        host.call.start();
        await hostInState(host, 'open');
        expect(windows.opened).to.have.length(1);
        expect(events).to.equal(1);
      });

      it(`opens one window if the listener starts it in another element, ${when}`, async () => {
        for (const sessionEndpoint of [undefined, `${ENDPOINT}?other`]) {
          const host = await mountReady();
          const other = await mountReady(sessionEndpoint === undefined ? {} : { sessionEndpoint });
          if (isPrefetched) await prefetched(other);
          host.addEventListener('vkyc-start', () => other.call.start());
          host.call.start();
          await hostInState(other, 'open');
          expect(windows.opened).to.have.length(1);
          windows.opened.splice(0)[0]?.close();
          host.remove();
          other.remove();
          await Promise.resolve();
          forgetPageCall();
        }
      });
    }

    it('opens one window if the listener prevents the first start in favour of its own', async () => {
      const host = await mountReady();
      let events = 0;
      host.addEventListener('vkyc-start', (event) => {
        if (events++ > 0) return;
        event.preventDefault();
        host.call.start();
      });
      host.call.start();
      await hostInState(host, 'open');
      expect(windows.opened).to.have.length(1);
      expect(events).to.equal(2);
    });

    it('opens nothing, and ends, if the listener always prevents and starts', async () => {
      const host = await mountReady();
      host.addEventListener('vkyc-start', (event) => {
        event.preventDefault();
        host.call.start();
      });
      host.call.start();
      expect(windows.opened).to.deep.equal([]);
    });
  });

  describe('takeLink(), kept by the page,', () => {
    const code = (promise: Promise<unknown> | undefined) =>
      promise?.then(
        () => 'a link',
        (error: unknown) => (error instanceof VkycError ? error.code : error),
      );
    const started = async () => {
      const host = await mountReady({ mode: 'host' });
      const kept: (() => Promise<string>)[] = [];
      host.addEventListener('vkyc-start', ({ takeLink }) => takeLink && kept.push(takeLink));
      host.call.start();
      return { host, kept };
    };

    it('gives one link, also a little later, and none again during the call or after it', async () => {
      const { host, kept } = await started();
      await host.journey.shared?.refresh();
      expect(await kept[0]?.()).to.equal(SEED_LINK);
      expect(await code(kept[0]?.())).to.equal('conflict');
      await host.journey.shared?.refresh();
      expect(host.journey.current.state).to.equal('checking');
      expect(await code(kept[0]?.())).to.equal('conflict');
      expect(host.journey.current.state).to.equal('checking');
    });

    it('gives none once there has been another start', async () => {
      const { host, kept } = await started();
      host.call.start();
      expect(await code(kept[0]?.())).to.equal('conflict');
      expect(await kept[1]?.()).to.equal(SEED_LINK);
    });

    it('gives none outside hours, or to a verified customer', async () => {
      for (const reply of [
        () => answer({ session: { serverTime: SUNDAY_NOON, availability: { open: false } } }),
        () => answer({ status: 'verified' }),
      ]) {
        net.answers(...endpoint());
        const { host, kept } = await started();
        net.answers(...endpoint({ get: reply }));
        await host.journey.shared?.refresh();
        expect(await code(kept[0]?.())).to.equal('conflict');
        host.remove();
        await Promise.resolve();
      }
    });

    it('gives none when the call is ended while the link is on its way', async () => {
      const { host, kept } = await started();
      const link = code(kept[0]?.());
      host.call.close();
      expect(await link).to.equal('conflict');
      expect(host.journey.current.state).to.equal('ready');
    });

    it('can be tried again after a failure, and uses the endpoint that the element has by then', async () => {
      const { host, kept } = await started();
      net.answers(...endpoint({ post: () => new Response(null, { status: 500 }) }));
      expect(await code(kept[0]?.())).to.equal('server_error');
      net.answers(...endpoint());
      host.sessionEndpoint = `${ENDPOINT}?fresher`;
      await host.updateComplete;
      expect(await kept[0]?.()).to.equal(SEED_LINK);
    });
  });

  it('close() closes a placeholder window', async () => {
    net.answers(...endpoint({ post: () => new Promise(() => undefined) }));
    const host = await mountReady();
    host.call.start();
    host.call.close();
    expect(windows.opened[0]?.closed).to.equal(true);
    expect(host.journey.current.state).to.equal('ready');
  });

  describe('with a call in a frame', () => {
    const mountInCall = async () => {
      const link = `${location.origin}/call`;
      net.answers(...endpoint({ post: () => answer({ link }) }));
      const host = await mountReady({ mode: 'iframe', allowedLinkHosts: 'localhost' });
      host.call.start();
      await hostInState(host, 'open');
      return host;
    };

    /** The warnings while `act` runs. */
    const warningsDuring = async (act: () => Promise<void>) => {
      const { warn } = console;
      const warnings: unknown[] = [];
      console.warn = (message: unknown) => warnings.push(message);
      try {
        await act();
      } finally {
        console.warn = warn;
      }
      return warnings;
    };

    it('ends it, with a warning, when the host is moved in the page', async () => {
      const host = await mountInCall();
      const warnings = await warningsDuring(async () => {
        const elsewhere = await fixture<HTMLDivElement>(html`<div></div>`);
        elsewhere.append(host);
        await Promise.resolve();
      });
      expect(host.journey.current.state).to.equal('checking');
      expect(warnings.join()).to.contain('moved during a call');
    });

    it('ends it, with one warning, when the page hides the host', async () => {
      const host = await mountInCall();
      const reasons: string[] = [];
      host.addEventListener('vkyc-close', ({ detail }) => reasons.push(detail.reason));
      const warnings = await warningsDuring(async () => {
        host.hidden = true;
        host.style.display = 'none';
        await hostInState(host, 'checking');
      });
      expect(reasons).to.deep.equal(['page']);
      expect(warnings.filter((warning) => String(warning).includes('hidden during a call'))).to.have.length(
        1,
      );
    });
  });
});
