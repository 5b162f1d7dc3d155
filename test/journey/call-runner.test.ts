import { expect, fixture, html } from '@open-wc/testing';

import { VkycError } from '../../src/errors/vkyc-error.js';
import { createCallRunner, type StartRequest } from '../../src/journey/call-runner.js';
import type { JourneyAction } from '../../src/journey/journey-action.js';
import { transition } from '../../src/journey/journey.js';
import { createLinkKeeper } from '../../src/journey/link-keeper.js';
import type { CallMode } from '../../src/launch/call-mode.js';
import { fakeWindows } from '../support/fake-windows.js';
import { WORDS } from '../support/dialog-messages.js';
import { FakeTimers } from '../support/fake-timers.js';
import { journeyIn } from '../support/journeys.js';

const LINK = 'https://go.signzy.tech/eMain?ns=sEcReT';
const HOSTS = ['*.signzy.tech', 'localhost'];

/** An event in words. */
function tale(event: JourneyAction): string {
  if (event.type === 'started') return `started ${event.mode}`;
  if (event.type === 'start-failed') return `failed ${event.failure?.code ?? ''}`.trim();
  if (event.type === 'gone') return `gone ${event.reason}`;
  if (event.type !== 'blocked') return event.type;
  const { from, to, reason } = event.downgrade;
  return `blocked ${from} ${to} ${reason}`;
}

/** A runner, the links it is given, and what it told; `mint` makes each link in no time unless the test holds it up. */
async function bench(mint: () => Promise<string | null> = () => Promise.resolve(LINK)) {
  const timers = new FakeTimers();
  const told: string[] = [];
  const failures: unknown[] = [];
  let mints = 0;
  let detour: URL | null = null;
  let journey = journeyIn('ready');
  const happened = (event: JourneyAction) => {
    journey = transition(journey, event);
    told.push(tale(event));
    return journey;
  };
  const failureOf = (error: unknown) => {
    failures.push(error);
    return error instanceof VkycError ? error : null;
  };
  const links = createLinkKeeper(
    () => {
      mints++;
      return mint();
    },
    () => detour,
    timers,
  );
  const runner = createCallRunner(links, happened, failureOf, timers);
  const host = await fixture<HTMLElement>(html`<div></div>`);
  const root = host.attachShadow({ mode: 'open' });
  const request = (mode: CallMode, hosts: readonly string[] = HOSTS): StartRequest => ({
    mode,
    hosts,
    placeholder: { lang: 'en', dir: 'ltr', title: 'Video KYC', text: 'Opening…' },
    dialog: { root, messages: WORDS, origins: [] },
  });
  return {
    timers,
    told,
    failures,
    links,
    peek: () => links.peek(HOSTS)?.href ?? null,
    runner,
    root,
    start: (mode: CallMode = 'popup', hosts?: readonly string[]) => runner.start(request(mode, hosts)),
    leadTo: (url: string | null) => (detour = url === null ? null : new URL(url)),
    get mints() {
      return mints;
    },
    press: (name: string) => root.querySelector<HTMLButtonElement>(`dialog .${name}`)?.click(),
  };
}

describe('a call runner', () => {
  const windows = fakeWindows();
  const last = () => {
    const fake = windows.opened.at(-1);
    if (!fake) throw new Error('no window was opened');
    return fake;
  };

  describe('with a popup', () => {
    it('opens the window in the gesture, before anything is awaited, and sends it to the call later', async () => {
      const { start, told, timers } = await bench();
      start();
      expect(last()).to.include({ url: '', closed: false });
      expect(told).to.deep.equal(['started popup']);
      await timers.advance(0);
      expect(last().went).to.deep.equal([LINK]);
      expect(last().opener).to.equal(null);
      expect(told).to.deep.equal(['started popup', 'opened']);
    });

    it('opens the window straight to a link that is at hand, and spends it', async () => {
      const it = await bench();
      await it.links.fetch();
      it.start();
      expect(last().url).to.equal(LINK);
      expect(it.told).to.deep.equal(['started popup', 'opened']);
      expect(it.peek()).to.equal(null);
      expect(it.mints).to.equal(1);
    });

    it('waits for a link that is already being made', async () => {
      let made: (link: string) => void = () => undefined;
      const it = await bench(() => new Promise((resolve) => (made = resolve)));
      const ahead = it.links.fetch();
      it.start();
      made(LINK);
      await ahead;
      await it.timers.advance(0);
      expect(last().went).to.deep.equal([LINK]);
      expect(it.mints).to.equal(1);
    });

    it('uses no link twice', async () => {
      const it = await bench();
      it.start();
      await it.timers.advance(0);
      it.start();
      await it.timers.advance(0);
      expect(it.mints).to.equal(2);
    });

    it('closes the placeholder and tells the reason when there is no link', async () => {
      const failure = new VkycError('server_error');
      const { start, told, failures, timers } = await bench(() => Promise.reject(failure));
      start();
      await timers.advance(0);
      expect(last().closed).to.equal(true);
      expect(told).to.deep.equal(['started popup', 'failed server_error']);
      expect(failures).to.deep.equal([failure]);
    });

    it('fails with no_link when the answer holds none', async () => {
      const { start, told, timers } = await bench(() => Promise.resolve(null));
      start();
      await timers.advance(0);
      expect(told).to.deep.equal(['started popup', 'failed no_link']);
      expect(last().closed).to.equal(true);
    });

    it('fails with invalid_link, and goes nowhere, when the link leads to a host that is not allowed', async () => {
      for (const bad of [
        'https://evil.example/sEcReT',
        'javascript:alert("sEcReT")',
        'http://go.signzy.tech/sEcReT',
      ]) {
        const { start, told, failures, timers } = await bench(() => Promise.resolve(bad));
        start();
        await timers.advance(0);
        expect(told).to.deep.equal(['started popup', 'failed invalid_link']);
        expect(last().went).to.deep.equal([]);
        const [failure] = failures;
        expect(failure instanceof Error ? failure.stack : '').not.to.contain('sEcReT');
      }
    });

    it('does not open a window straight to a kept link that is not allowed', async () => {
      const it = await bench(() => Promise.resolve('https://evil.example/'));
      await it.links.fetch();
      it.start();
      expect(last().url).to.equal('');
      await it.timers.advance(0);
      expect(it.told).to.deep.equal(['started popup', 'failed invalid_link']);
    });

    it('tells that the customer closed the placeholder, and forgets the link', async () => {
      const { start, told, timers, peek } = await bench();
      start();
      last().close();
      await timers.advance(0);
      expect(told).to.deep.equal(['started popup', 'gone user']);
      expect(last().went).to.deep.equal([]);
      expect(peek()).to.equal(null);
      expect(timers.waits).to.deep.equal([]);
    });

    it('tells once when the window is gone', async () => {
      const { start, told, timers } = await bench();
      start();
      await timers.advance(5000);
      last().close();
      await timers.advance(60_000);
      expect(told).to.deep.equal(['started popup', 'opened', 'gone user']);
      expect(timers.waits).to.deep.equal([]);
    });

    it('minds the new window and no longer the old one when started again', async () => {
      const { start, told, timers } = await bench();
      start();
      await timers.advance(5000);
      last().close();
      start();
      await timers.advance(60_000);
      expect(told).to.deep.equal(['started popup', 'opened', 'started popup', 'opened']);
    });
  });

  describe('when the browser opens no window', () => {
    const blocked = async (...mint: Parameters<typeof bench>) => {
      const it = await bench(...mint);
      window.open = () => null;
      it.start();
      return it;
    };

    it('says so, and has the link at hand for a second press, which may do', async () => {
      const opens = window.open.bind(window);
      const { told, peek, timers, start } = await blocked();
      expect(told).to.deep.equal(['started popup', 'blocked popup popup popup-blocked']);
      await timers.advance(0);
      expect(peek()).to.equal(LINK);
      window.open = opens;
      start();
      expect(last().url).to.equal(LINK);
    });

    it('says after the second time that only this tab is left', async () => {
      const { told, runner, start } = await blocked();
      start();
      expect(told.slice(2)).to.deep.equal(['started popup', 'blocked popup redirect popup-blocked']);
      expect(runner.plan('auto').mode).to.equal('redirect');
    });

    it('forgives it once a window has opened', async () => {
      const opens = window.open.bind(window);
      const { told, start } = await blocked();
      window.open = opens;
      start();
      window.open = () => null;
      start();
      expect(told.at(-1)).to.equal('blocked popup popup popup-blocked');
    });

    it('leaves a failure to make the link for the next press to show', async () => {
      const { told, timers } = await blocked(() => Promise.reject(new VkycError('server_error')));
      await timers.advance(0);
      expect(told.join()).not.to.contain('failed');
    });
  });

  describe('in the page', () => {
    it('shows the call in a dialog', async () => {
      const { start, told, timers, root, runner } = await bench(() =>
        Promise.resolve(`${location.origin}/call`),
      );
      start('iframe');
      expect(root.querySelector('dialog')?.open).to.equal(true);
      expect(told).to.deep.equal(['started iframe']);
      await timers.advance(0);
      expect(told).to.deep.equal(['started iframe', 'opened']);
      expect(windows.opened).to.deep.equal([]);
      runner.gone('page');
      expect(root.querySelector('dialog')).to.equal(null);
    });

    it('tells when the customer ends it', async () => {
      const { start, told, timers, press } = await bench(() => Promise.resolve(`${location.origin}/call`));
      start('iframe');
      await timers.advance(0);
      press('end-button');
      expect(told.at(-1)).to.equal('gone user');
      expect(timers.waits).to.deep.equal([]);
    });

    it('sends a link that arrives late nowhere once the customer has closed the dialog', async () => {
      const { start, told, timers, press } = await bench();
      start('iframe');
      press('close-button');
      await timers.advance(0);
      expect(told).to.deep.equal(['started iframe', 'gone user']);
    });

    it('closes the dialog when there is no link', async () => {
      const { start, told, timers, root } = await bench(() => Promise.resolve(null));
      start('iframe');
      await timers.advance(0);
      expect(told).to.deep.equal(['started iframe', 'failed no_link']);
      expect(root.querySelector('dialog')).to.equal(null);
    });

    it('opens a window instead, in the same gesture, if the customer wants', async () => {
      const { start, told, timers, press } = await bench(() => Promise.resolve(`${location.origin}/call`));
      start('iframe');
      await timers.advance(0);
      press('new-window-button');
      expect(told.slice(2)).to.deep.equal(['gone user', 'started popup']);
      expect(windows.opened).to.have.length(1);
      await timers.advance(0);
      expect(last().went).to.deep.equal([`${location.origin}/call`]);
    });

    it('steps down to a window when the page may not frame the call', async () => {
      const { start, told, timers, runner } = await bench(() => Promise.resolve(`${location.origin}/call`));
      start('iframe');
      await timers.advance(0);
      document.dispatchEvent(
        new SecurityPolicyViolationEvent('securitypolicyviolation', {
          effectiveDirective: 'frame-src',
          blockedURI: location.origin,
          documentURI: location.href,
          disposition: 'enforce',
          originalPolicy: '',
          violatedDirective: 'frame-src',
          statusCode: 200,
        }),
      );
      expect(told.slice(2)).to.deep.equal(['blocked iframe popup frame-refused']);
      expect(runner.plan('iframe').mode).to.equal('popup');
      expect(timers.waits).to.deep.equal([]);
    });
  });

  it('goes to the call in this very tab', async () => {
    const before = location.href;
    const here = new URL('#call', location.href).href;
    const { start, told, timers } = await bench(() => Promise.resolve(here));
    try {
      start('redirect');
      await timers.advance(0);
      await timers.until(() => location.hash === '#call');
      expect(told).to.deep.equal(['started redirect', 'opened']);
      expect(windows.opened).to.deep.equal([]);
    } finally {
      history.replaceState(null, '', before);
    }
  });

  describe('for a native shell', () => {
    it('gives the checked link and opens nothing', async () => {
      const { runner, told } = await bench();
      expect(await runner.takeLink(HOSTS)).to.equal(LINK);
      expect(told).to.deep.equal(['started host', 'opened']);
      expect(windows.opened).to.deep.equal([]);
    });

    it('rejects with the reason, and tells it too', async () => {
      const { runner, told } = await bench(() => Promise.resolve('https://evil.example/'));
      const outcome: unknown = await runner.takeLink(HOSTS).catch((error: unknown) => error);
      expect(outcome).to.have.property('code', 'invalid_link');
      expect(told).to.deep.equal(['started host', 'failed invalid_link']);
    });
  });

  describe('when the customer must go elsewhere first', () => {
    it('opens that page at once, without making a link', async () => {
      const it = await bench();
      it.leadTo('https://wallet.example.com/terms');
      it.start();
      expect(last().url).to.equal('https://wallet.example.com/terms');
      await it.timers.advance(0);
      expect(it.mints).to.equal(0);
    });

    it('goes there also when only the answer with the link says so, and the link is spent', async () => {
      const it = await bench(() => {
        it.leadTo('https://wallet.example.com/terms');
        return Promise.resolve(LINK);
      });
      it.start();
      await it.timers.advance(0);
      expect(last().went).to.deep.equal(['https://wallet.example.com/terms']);
      it.leadTo(null);
      expect(it.peek()).to.equal(null);
    });
  });

  describe('when it is left', () => {
    it('closes a placeholder, sends it no late link and tells no more', async () => {
      const { start, told, timers, runner, peek } = await bench();
      start();
      runner.gone('page');
      expect(last().closed).to.equal(true);
      await timers.advance(60_000);
      expect(told).to.deep.equal(['started popup', 'gone page']);
      expect(last().went).to.deep.equal([]);
      expect(peek()).to.equal(null);
    });

    it('tells nothing of a failure that comes late', async () => {
      const { start, told, timers, runner } = await bench(() => Promise.reject(new VkycError('timeout')));
      start();
      runner.gone('page');
      await timers.advance(0);
      expect(told).to.deep.equal(['started popup', 'gone page']);
    });

    it("leaves the call's window to the customer, and watches it no longer", async () => {
      const { start, timers, runner } = await bench();
      start();
      await timers.advance(5000);
      runner.gone('page');
      expect(last().closed).to.equal(false);
      expect(timers.waits).to.deep.equal([]);
      expect(runner.focus()).to.equal(false);
    });
  });

  describe('while nobody is there to be told', () => {
    it('rests from a call that is up in a window, and watches it again when someone is back', async () => {
      const { start, told, timers, runner } = await bench();
      start();
      await timers.advance(5000);
      expect(runner.rest()).to.equal(true);
      expect(timers.waits).to.deep.equal([]);
      runner.watch();
      await timers.advance(5000);
      last().close();
      await timers.advance(5000);
      expect(told).to.deep.equal(['started popup', 'opened', 'gone user']);
    });

    it('gives up anything less: a placeholder, a window that is closed, a call in the page or with the shell', async () => {
      const here = () => Promise.resolve(`${location.origin}/call`);
      const { start, timers, runner, root } = await bench(here);
      expect(runner.rest()).to.equal(false);
      start();
      expect(runner.rest()).to.equal(false);
      expect(last().closed).to.equal(true);
      start();
      await timers.advance(5000);
      last().close();
      expect(runner.rest()).to.equal(false);
      start('iframe');
      await timers.advance(0);
      expect(runner.rest()).to.equal(false);
      expect(root.querySelector('dialog')).to.equal(null);
      await runner.takeLink(HOSTS);
      expect(runner.rest()).to.equal(false);
      runner.watch();
      expect(timers.waits).to.deep.equal([]);
    });
  });

  it('brings to the front the window that it sees, from the placeholder on', async () => {
    const { start, timers, runner } = await bench();
    expect(runner.focus()).to.equal(false);
    start();
    expect(runner.focus()).to.equal(true);
    await timers.advance(0);
    expect(runner.focus()).to.equal(true);
    expect(last().focused).to.equal(2);
    last().close();
    expect(runner.focus()).to.equal(false);
  });
});
