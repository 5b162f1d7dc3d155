import { expect, fixture, html } from '@open-wc/testing';

import { VkycError } from '../../src/errors/vkyc-error.js';
import type { LazyPart } from '../../src/device/lazy-part.js';
import type { CallLauncher } from '../../src/launch/call-launcher.js';
import { createCallLauncher } from '../../src/journey/create-call-launcher.js';
import type { JourneyAction } from '../../src/journey/journey.js';
import { createLinkCache } from '../../src/journey/link-cache.js';
import type { StartRequest } from '../../src/launch/start-request.js';
import type { CallMode } from '../../src/launch/call-mode.js';
import { openDialog, type OpenDialog } from '../../src/launch/dialog.js';
import { focusPageCall } from '../../src/launch/page-calls.js';
import { ClosedHours } from '../../src/session/http-failure.js';
import { DIALOG_MESSAGES } from '../support/dialog-messages.js';
import { fakeJourneySession } from '../support/fake-journey-session.js';
import { FakeStore } from '../support/fake-store.js';
import { forgetPageCall } from '../support/forget-page-call.js';
import { FakeTimers } from '../support/fake-timers.js';
import { fakeWindows } from '../support/fake-windows.js';
import { heldPart, loadedPart } from '../support/lazy-parts.js';
import { IN_PROGRESS, journeyIn, NOT_STARTED, VERIFIED } from '../support/journeys.js';

const LINK = 'https://go.signzy.tech/eMain?ns=sEcReT';
const HOSTS = ['*.signzy.tech', 'localhost'];

/** An action as one line of text. */
function describeAction(action: JourneyAction): string {
  if (action.type === 'call-started') return `started ${action.mode}`;
  if (action.type === 'call-opened') return 'opened';
  if (action.type === 'call-ended') return `ended ${action.reason}`;
  if (action.type === 'start-failed') return `failed ${action.failure?.code ?? ''}`.trim();
  if (action.type !== 'call-blocked') return action.type;
  const { from, to, reason } = action.downgrade;
  return `blocked ${from} ${to} ${reason}`;
}

const launchers: CallLauncher[] = [];

/** A launcher on a real link cache; `mint` resolves with each link at once unless the test delays it. */
async function setup(
  mint: () => Promise<string | null> = () => Promise.resolve(LINK),
  elapsedMs = 0,
  part: LazyPart<OpenDialog> = loadedPart(openDialog),
) {
  const timers = new FakeTimers({ now: () => elapsedMs, monotonic: () => elapsedMs });
  const store = new FakeStore(journeyIn('ready'));
  const session = fakeJourneySession();
  let mints = 0;
  session.mintLink = () => {
    mints++;
    return mint();
  };
  const links = createLinkCache({ store, session, timers });
  const launcher = createCallLauncher({ store, links, timers });
  launcher.resume();
  launchers.push(launcher);
  const host = await fixture<HTMLElement>(html`<div></div>`);
  const root = host.attachShadow({ mode: 'open' });
  const request = (mode: CallMode, hosts: readonly string[] = HOSTS): StartRequest => ({
    mode,
    hosts,
    placeholder: { lang: 'en', dir: 'ltr', title: 'Video KYC', text: 'Opening…' },
    dialog: { root, messages: DIALOG_MESSAGES, origins: [] },
    openDialog: part,
  });
  return {
    timers,
    store,
    actions: () => store.actions.map(describeAction),
    failures: () => store.actions.map((action) => 'failure' in action && action.failure).filter(Boolean),
    links,
    peek: () => links.peek(HOSTS)?.href ?? null,
    launcher,
    root,
    start: (mode: CallMode = 'popup', hosts?: readonly string[]) => launcher.start(request(mode, hosts)),
    requireAction: (url: string | null) => {
      const action = url === null ? null : ({ kind: 'accept-terms', url } as const);
      store.set({ ...store.state, customer: { ...IN_PROGRESS, action } });
    },
    mints: () => mints,
    press: (name: string) => root.querySelector<HTMLButtonElement>(`dialog .${name}`)?.click(),
  };
}

/** The page's policy blocks the frame of the call. */
function blockFrame(): void {
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
}

describe('createCallLauncher', () => {
  const windows = fakeWindows();
  afterEach(() => launchers.splice(0).forEach((launcher) => launcher.suspend()));
  const lastWindow = () => {
    const fake = windows.opened.at(-1);
    if (!fake) throw new Error('no window was opened');
    return fake;
  };

  describe('with a popup', () => {
    it('opens the window synchronously, and navigates it once the link is there', async () => {
      const { start, actions, timers } = await setup();
      start();
      expect(lastWindow()).to.include({ url: '', closed: false });
      expect(actions()).to.deep.equal(['started popup']);
      await timers.advance(0);
      expect(lastWindow().navigations).to.deep.equal([LINK]);
      expect(lastWindow().opener).to.equal(null);
      expect(actions()).to.deep.equal(['started popup', 'opened']);
    });

    it('navigates the window at once to a cached link, and clears the cache', async () => {
      const ctx = await setup();
      await ctx.links.load();
      ctx.start();
      expect(lastWindow()).to.deep.include({ url: '', navigations: [LINK] });
      expect(ctx.actions()).to.deep.equal(['started popup', 'opened']);
      expect(ctx.peek()).to.equal(null);
      expect(ctx.mints()).to.equal(1);
    });

    it('waits for a mint request in flight', async () => {
      let made: (link: string) => void = () => undefined;
      const ctx = await setup(() => new Promise((resolve) => (made = resolve)));
      const ahead = ctx.links.load();
      ctx.start();
      made(LINK);
      await ahead;
      await ctx.timers.advance(0);
      expect(lastWindow().navigations).to.deep.equal([LINK]);
      expect(ctx.mints()).to.equal(1);
    });

    it('mints a new link for each start', async () => {
      const ctx = await setup();
      ctx.start();
      await ctx.timers.advance(0);
      ctx.start();
      await ctx.timers.advance(0);
      expect(ctx.mints()).to.equal(2);
    });

    it('closes the placeholder and dispatches the failure when there is no link', async () => {
      const failure = new VkycError('server_error');
      const { start, actions, failures, timers } = await setup(() => Promise.reject(failure));
      start();
      await timers.advance(0);
      expect(lastWindow().closed).to.equal(true);
      expect(actions()).to.deep.equal(['started popup', 'failed server_error']);
      expect(failures()).to.deep.equal([failure]);
    });

    it('fails with no_link when the answer has none', async () => {
      const { start, actions, timers } = await setup(() => Promise.resolve(null));
      start();
      await timers.advance(0);
      expect(actions()).to.deep.equal(['started popup', 'failed no_link']);
      expect(lastWindow().closed).to.equal(true);
    });

    it("fails with invalid_link, without navigating, when the link's host is not allowed", async () => {
      for (const invalid of [
        'https://evil.example/sEcReT',
        'javascript:alert("sEcReT")',
        'http://go.signzy.tech/sEcReT',
      ]) {
        const { start, actions, failures, timers } = await setup(() => Promise.resolve(invalid));
        start();
        await timers.advance(0);
        expect(actions()).to.deep.equal(['started popup', 'failed invalid_link']);
        expect(lastWindow().navigations).to.deep.equal([]);
        const [failure] = failures();
        expect(failure instanceof Error ? failure.stack : '').not.to.contain('sEcReT');
      }
    });

    it('does not navigate the window to a cached link that is not allowed', async () => {
      const ctx = await setup(() => Promise.resolve('https://evil.example/'));
      await ctx.links.load();
      ctx.start();
      await ctx.timers.advance(0);
      expect(lastWindow().navigations).to.deep.equal([]);
      expect(ctx.actions()).to.deep.equal(['started popup', 'failed invalid_link']);
    });

    it('dispatches that the customer closed the placeholder, and forgets the link', async () => {
      const { start, actions, timers, peek } = await setup();
      start();
      lastWindow().close();
      await timers.advance(0);
      expect(actions()).to.deep.equal(['started popup', 'ended user']);
      expect(lastWindow().navigations).to.deep.equal([]);
      expect(peek()).to.equal(null);
      expect(timers.pendingDelays).to.deep.equal([]);
    });

    it('dispatches the end of the call once', async () => {
      const { start, actions, timers } = await setup();
      start();
      await timers.advance(5000);
      lastWindow().close();
      await timers.advance(60_000);
      expect(actions()).to.deep.equal(['started popup', 'opened', 'ended user']);
      expect(timers.pendingDelays).to.deep.equal([]);
    });

    it('watches only the new window after another start', async () => {
      const { start, actions, timers } = await setup();
      start();
      await timers.advance(5000);
      lastWindow().close();
      start();
      await timers.advance(60_000);
      expect(actions().slice(3)).to.deep.equal(['started popup', 'opened']);
    });
  });

  describe('when the browser blocks the popup', () => {
    const blocked = async (...mint: Parameters<typeof setup>) => {
      const ctx = await setup(...mint);
      window.open = () => null;
      ctx.start();
      return ctx;
    };

    it('dispatches it, and loads the link for a second press', async () => {
      const opens = window.open.bind(window);
      const { actions, peek, timers, start } = await blocked();
      expect(actions()).to.deep.equal(['started popup', 'blocked popup popup popup-blocked']);
      await timers.advance(0);
      expect(peek()).to.equal(LINK);
      window.open = opens;
      start();
      expect(lastWindow().navigations).to.deep.equal([LINK]);
    });

    it('falls back to this tab after the second time', async () => {
      const { actions, launcher, start } = await blocked();
      start();
      expect(actions().slice(2)).to.deep.equal(['started popup', 'blocked popup redirect popup-blocked']);
      expect(launcher.resolveMode('auto').mode).to.equal('redirect');
    });

    it('starts over once a window has opened', async () => {
      const opens = window.open.bind(window);
      const { actions, start } = await blocked();
      window.open = opens;
      start();
      window.open = () => null;
      start();
      expect(actions().at(-1)).to.equal('blocked popup popup popup-blocked');
    });

    it('does not report a failed mint until the next press', async () => {
      const { actions, timers } = await blocked(() => Promise.reject(new VkycError('server_error')));
      await timers.advance(0);
      expect(actions().join()).not.to.contain('failed');
    });
  });

  describe('with a dialog', () => {
    it('shows the call in a dialog, and opens no window', async () => {
      const { start, actions, timers, root, launcher } = await setup(() =>
        Promise.resolve(`${location.origin}/call`),
      );
      start('iframe');
      expect(root.querySelector('dialog')?.open).to.equal(true);
      expect(actions()).to.deep.equal(['started iframe']);
      await timers.advance(0);
      expect(actions()).to.deep.equal(['started iframe', 'opened']);
      expect(windows.opened).to.deep.equal([]);
      launcher.endCall('page');
      expect(root.querySelector('dialog')).to.equal(null);
    });

    it('dispatches that the customer ended the call', async () => {
      const { start, actions, timers, press } = await setup(() => Promise.resolve(`${location.origin}/call`));
      start('iframe');
      await timers.advance(0);
      press('end-button');
      expect(actions().at(-1)).to.equal('ended user');
      expect(timers.pendingDelays).to.deep.equal([]);
    });

    it('does not use a link that arrives after the customer closed the dialog', async () => {
      const { start, actions, timers, press } = await setup();
      start('iframe');
      press('close-button');
      await timers.advance(0);
      expect(actions()).to.deep.equal(['started iframe', 'ended user']);
    });

    it('closes the dialog when there is no link', async () => {
      const { start, actions, timers, root } = await setup(() => Promise.resolve(null));
      start('iframe');
      await timers.advance(0);
      expect(actions()).to.deep.equal(['started iframe', 'failed no_link']);
      expect(root.querySelector('dialog')).to.equal(null);
    });

    it('opens a window instead, in the same gesture, on request', async () => {
      const { start, actions, timers, press } = await setup(() => Promise.resolve(`${location.origin}/call`));
      start('iframe');
      await timers.advance(0);
      press('new-window-button');
      expect(actions().slice(2)).to.deep.equal(['ended user', 'started popup']);
      expect(windows.opened).to.have.length(1);
      await timers.advance(0);
      expect(lastWindow().navigations).to.deep.equal([`${location.origin}/call`]);
    });

    it("falls back to a window when the page's policy blocks the frame", async () => {
      const { start, actions, timers, launcher } = await setup(() =>
        Promise.resolve(`${location.origin}/call`),
      );
      start('iframe');
      await timers.advance(0);
      blockFrame();
      expect(actions().slice(2)).to.deep.equal(['ended page', 'blocked iframe popup frame-refused']);
      expect(launcher.resolveMode('iframe').mode).to.equal('popup');
      expect(timers.pendingDelays).to.deep.equal([]);
    });
  });

  describe('with a dialog whose code is not loaded yet', () => {
    const setupHeld = async (mint?: () => Promise<string>) => {
      const { held, load, fail } = heldPart(openDialog);
      return { ...(await setup(mint, 0, held)), load, fail };
    };

    it('opens the dialog when it is, and mints only then', async () => {
      const { start, actions, mints, timers, root, load, launcher } = await setupHeld(() =>
        Promise.resolve(`${location.origin}/call`),
      );
      start('iframe');
      await timers.advance(0);
      expect({ actions: actions(), mints: mints() }).to.deep.equal({ actions: ['started iframe'], mints: 0 });
      load();
      expect(root.querySelector('dialog')?.open).to.equal(true);
      await timers.advance(0);
      expect(actions()).to.deep.equal(['started iframe', 'opened']);
      launcher.endCall('page');
    });

    for (const code of ['network', 'timeout'] as const)
      it(`falls back to a window at the next press after ${code}, without a link lost`, async () => {
        const { start, actions, mints, timers, root, fail, launcher } = await setupHeld();
        start('iframe');
        fail(new VkycError(code));
        expect(actions()).to.deep.equal(['started iframe', 'blocked iframe popup frame-empty']);
        expect(root.querySelector('dialog')).to.equal(null);
        expect(windows.opened).to.deep.equal([]);
        const { mode } = launcher.resolveMode('iframe');
        expect(mode).to.equal('popup');
        start(mode);
        expect(windows.opened).to.have.length(1);
        await timers.advance(0);
        expect(lastWindow().navigations).to.deep.equal([LINK]);
        expect(mints()).to.equal(1);
        launcher.endCall('page');
      });

    it('opens nothing after the start was given up', async () => {
      for (const settle of ['load', 'fail'] as const) {
        const { start, actions, root, launcher, ...part } = await setupHeld();
        start('iframe');
        launcher.endCall('page');
        part[settle](new VkycError('network'));
        expect(actions(), settle).to.deep.equal(['started iframe', 'ended page']);
        expect(root.querySelector('dialog')).to.equal(null);
      }
    });

    it('opens one dialog for two starts', async () => {
      const { start, root, launcher, load } = await setupHeld();
      start('iframe');
      launcher.endCall('page');
      start('iframe');
      load();
      expect(root.querySelectorAll('dialog')).to.have.length(1);
      launcher.endCall('page');
    });
  });

  describe('when `window.open` gives something else than a window', () => {
    const standIns: [name: string, standIn: () => unknown][] = [
      ['true', () => true],
      ['an empty object', () => ({})],
      ['a frozen object without a location', () => Object.freeze({ closed: false, focus() {}, close() {} })],
      ['the page itself', () => window],
      ['the object of a native shell', () => ({ addEventListener() {}, close() {}, executeScript() {} })],
      [
        'a window that cannot be navigated',
        () => ({
          closed: false,
          focus() {},
          close() {},
          location: {
            replace() {
              throw new TypeError('not supported');
            },
          },
        }),
      ],
    ];
    for (const [name, standIn] of standIns)
      for (const prefetched of [false, true])
        it(`leads to this tab in two presses for ${name}, ${prefetched ? 'with' : 'without'} a prefetched link`, async () => {
          const ctx = await setup();
          const { body } = document;
          const content = body.innerHTML;
          if (prefetched) await ctx.links.load();
          window.open = () => standIn() as Window;
          for (const mode of ['popup', 'redirect']) {
            const { length } = ctx.actions();
            const mints = ctx.mints();
            ctx.start();
            await ctx.timers.advance(5000);
            expect(ctx.actions().slice(length)).to.deep.equal([
              'started popup',
              `blocked popup ${mode} popup-blocked`,
            ]);
            expect(ctx.mints() - mints).to.be.at.most(1);
          }
          expect(ctx.launcher.resolveMode('auto').mode).to.equal('redirect');
          expect(ctx.peek() === null || ctx.mints() === 1, 'the link waits for the next press').to.equal(
            true,
          );
          expect(body.innerHTML).to.equal(content);
          expect(focusPageCall()).to.equal(false);
        });

    it('reports a call that the customer probably does not see', async () => {
      const { start, actions, timers } = await setup();
      window.open = () =>
        ({ closed: false, focus() {}, close() {}, location: { replace() {} } }) as unknown as Window;
      document.hasFocus = () => true;
      try {
        start();
        await timers.advance(2000);
        expect(actions()).to.deep.equal(['started popup', 'opened', 'call-unseen']);
      } finally {
        Reflect.deleteProperty(document, 'hasFocus');
      }
    });
  });

  it('opens a window in the same gesture when the page hides the dialog from the start', async () => {
    const { start, actions, timers, root, launcher } = await setup();
    root.host.setAttribute('hidden', '');
    start('iframe');
    expect(actions()).to.deep.equal(['started iframe', 'blocked iframe popup frame-hidden', 'started popup']);
    expect(windows.opened).to.have.length(1);
    await timers.advance(0);
    expect(lastWindow().navigations).to.deep.equal([LINK]);
    launcher.endCall('page');
  });

  it('ends a call in the page with reason page when the page hides it', async () => {
    const { start, actions, timers, root } = await setup(() => Promise.resolve(`${location.origin}/call`));
    start('iframe');
    await timers.advance(0);
    root.host.setAttribute('hidden', '');
    await timers.advance(500);
    expect(actions()).to.deep.equal(['started iframe', 'opened', 'ended page']);
    expect(timers.pendingDelays).to.deep.equal([]);
  });

  it('navigates this tab with redirect', async () => {
    const before = location.href;
    const here = new URL('#call', location.href).href;
    const { start, actions, timers } = await setup(() => Promise.resolve(here));
    try {
      start('redirect');
      await timers.advance(0);
      await timers.until(() => location.hash === '#call');
      expect(actions()).to.deep.equal(['started redirect', 'opened']);
      expect(windows.opened).to.deep.equal([]);
      // The page was not left.
      await timers.advance(5000);
      expect(actions().at(-1)).to.equal('ended user');
    } finally {
      history.replaceState(null, '', before);
    }
  });

  describe('for a native shell', () => {
    it('resolves with the checked link and opens nothing', async () => {
      const { launcher, actions } = await setup();
      expect(await launcher.takeLink(HOSTS)).to.equal(LINK);
      expect(actions()).to.deep.equal(['started host', 'opened']);
      expect(windows.opened).to.deep.equal([]);
    });

    it('rejects with the failure, and dispatches it too', async () => {
      const { launcher, actions } = await setup(() => Promise.resolve('https://evil.example/'));
      const outcome: unknown = await launcher.takeLink(HOSTS).catch((error: unknown) => error);
      expect(outcome).to.have.property('code', 'invalid_link');
      expect(actions()).to.deep.equal(['started host', 'failed invalid_link']);
    });
  });

  it('dispatches no failure when EnKash is closed, and rejects takeLink with conflict', async () => {
    const { actions, failures, launcher } = await setup(() => Promise.reject(new ClosedHours(null)));
    const error: unknown = await launcher.takeLink(HOSTS).catch((reason: unknown) => reason);
    expect(error).to.have.property('code', 'conflict');
    expect(actions()).to.deep.equal(['started host', 'closed-by-server', 'failed']);
    expect(failures()).to.deep.equal([]);
  });

  describe('when an action is required first', () => {
    it('opens that page at once, without minting', async () => {
      const ctx = await setup();
      ctx.requireAction('https://wallet.example.com/terms');
      ctx.start();
      expect(lastWindow().navigations).to.deep.equal(['https://wallet.example.com/terms']);
      await ctx.timers.advance(0);
      expect(ctx.mints()).to.equal(0);
    });

    it('opens that page also when only the answer to the mint request requires it, and clears the link', async () => {
      const ctx = await setup(() => {
        ctx.requireAction('https://wallet.example.com/terms');
        return Promise.resolve(LINK);
      });
      ctx.start();
      await ctx.timers.advance(0);
      expect(lastWindow().navigations).to.deep.equal(['https://wallet.example.com/terms']);
      ctx.requireAction(null);
      expect(ctx.peek()).to.equal(null);
    });
  });

  describe('endCall', () => {
    it('closes a placeholder, does not use its late link, and dispatches nothing more', async () => {
      const { start, actions, timers, launcher, peek } = await setup();
      start();
      launcher.endCall('page');
      expect(lastWindow().closed).to.equal(true);
      await timers.advance(60_000);
      expect(actions()).to.deep.equal(['started popup', 'ended page']);
      expect(lastWindow().navigations).to.deep.equal([]);
      expect(peek()).to.equal(null);
    });

    it('does not dispatch a failure that arrives late', async () => {
      const { start, actions, timers, launcher } = await setup(() =>
        Promise.reject(new VkycError('timeout')),
      );
      start();
      launcher.endCall('page');
      await timers.advance(0);
      expect(actions()).to.deep.equal(['started popup', 'ended page']);
    });

    it("leaves the call's window open, and stops watching it", async () => {
      const { start, timers, launcher } = await setup();
      start();
      await timers.advance(5000);
      launcher.endCall('page');
      expect(lastWindow().closed).to.equal(false);
      expect(timers.pendingDelays).to.deep.equal([]);
    });
  });

  describe('suspend', () => {
    it('leaves a call that is up to the page, and resume continues it', async () => {
      const { start, actions, timers, launcher } = await setup();
      start();
      await timers.advance(5000);
      launcher.suspend();
      expect(timers.pendingDelays).to.deep.equal([]);
      launcher.resume();
      await timers.advance(5000);
      lastWindow().close();
      await timers.advance(5000);
      expect(actions()).to.deep.equal(['started popup', 'opened', 'call-found', 'ended user']);
    });

    it('keeps a placeholder for five seconds, and does not use its late link', async () => {
      const { start, actions, timers, launcher } = await setup();
      start();
      launcher.suspend();
      await timers.advance(4999);
      expect(lastWindow().closed).to.equal(false);
      await timers.advance(1);
      expect(lastWindow().closed).to.equal(true);
      expect(lastWindow().navigations).to.deep.equal([]);
      expect(actions()).to.deep.equal(['started popup']);
    });
  });

  describe('for a press of another launcher that has not led to a call', () => {
    const MODES = ['popup', 'iframe'] as const;

    it('continues it, in the window that is there', async () => {
      for (const mode of MODES)
        for (const gapMs of [0, 1000, 4900]) {
          const opened = windows.opened.length;
          const one = await setup(() => new Promise(() => undefined));
          one.start(mode, ['localhost', ...HOSTS]);
          one.launcher.suspend();
          await one.timers.advance(gapMs);
          const two = await setup();
          await two.timers.advance(0);
          expect(two.actions().slice(-2), `${mode} ${gapMs}`).to.deep.equal([`started ${mode}`, 'opened']);
          expect(two.mints()).to.equal(1);
          expect(windows.opened.length - opened, 'windows').to.equal(mode === 'popup' ? 1 : 0);
          await one.timers.advance(10_000);
          expect(two.store.state.state, 'the old press is forgotten').to.equal('open');
          two.launcher.endCall('user');
          two.launcher.suspend();
          forgetPageCall();
        }
    });

    it('continues it in a journey that is shown already, if no other comes', async () => {
      const two = await setup();
      const one = await setup(() => new Promise(() => undefined));
      one.start();
      one.launcher.suspend();
      expect(two.actions()).to.deep.equal([]);
      await one.timers.advance(0);
      expect(two.actions()).to.deep.equal(['started popup', 'opened']);
      expect(lastWindow().navigations).to.deep.equal([LINK]);
    });

    it('closes its window where no call can start', async () => {
      for (const state of [journeyIn('done'), journeyIn('closed'), journeyIn('open')]) {
        const two = await setup();
        const one = await setup(() => new Promise(() => undefined));
        two.store.set(state);
        one.start();
        one.launcher.suspend();
        await one.timers.advance(0);
        expect(lastWindow().closed, state.state).to.equal(true);
        expect(two.mints()).to.equal(0);
        two.launcher.suspend();
      }
    });

    it('mints nothing for a window that the customer has closed meanwhile', async () => {
      const one = await setup(() => new Promise(() => undefined));
      one.start();
      one.launcher.suspend();
      lastWindow().close();
      const two = await setup();
      await two.timers.advance(0);
      expect(two.actions()).to.deep.equal([]);
      expect(two.mints()).to.equal(0);
    });
  });

  describe('for a call of another launcher', () => {
    it('continues it, and reports its end only if the other one has left', async () => {
      for (const [hasLeft, reportAs] of [
        [false, null],
        [true, 'popup'],
      ] as const) {
        const [one, two] = [await setup(), await setup()];
        one.start();
        await one.timers.advance(5000);
        expect(two.store.state).to.include({ state: 'open', mode: 'popup' });
        if (hasLeft) one.launcher.suspend();
        lastWindow().close();
        await one.timers.advance(5000);
        expect(two.store.actions.at(-1)).to.deep.equal({ type: 'call-ended', reason: 'user', reportAs });
        two.launcher.suspend();
        one.launcher.suspend();
        forgetPageCall();
      }
    });

    it('compares the outcome with the status that the other one had at its start', async () => {
      const one = await setup();
      one.store.set(journeyIn('ready', { customer: NOT_STARTED, mayMint: true }));
      one.start();
      await one.timers.advance(0);
      const two = await setup();
      expect(two.store.state).to.include({ state: 'open', statusAtOpen: NOT_STARTED, mayMint: true });
    });

    it('continues one of a native shell, and ends it', async () => {
      const one = await setup();
      await one.launcher.takeLink(HOSTS);
      one.launcher.suspend();
      const two = await setup();
      expect(two.store.state).to.include({ state: 'open', mode: 'host' });
      two.launcher.endCall('user');
      expect(two.actions()).to.deep.equal(['call-found', 'ended user']);
    });

    it('only remembers one that ended more than a minute ago', async () => {
      const one = await setup();
      one.start();
      await one.timers.advance(5000);
      lastWindow().close();
      await one.timers.advance(5000);
      const two = await setup();
      expect(two.store.state.state).to.equal('checking');
      two.launcher.suspend();
      const three = await setup(undefined, 70_000);
      expect(three.store.state).to.include({ state: 'ready', lastAttempt: 'closed' });
    });
  });

  describe('each call that opened is reported as closed, once,', () => {
    const closes = (ctx: Awaited<ReturnType<typeof setup>>) =>
      ctx.store.actions.flatMap((action) =>
        action.type === 'call-ended' && action.reportAs ? [`${action.reportAs} ${action.reason}`] : [],
      );
    const here = () => Promise.resolve(`${location.origin}/call`);

    it('when the customer is verified before the window is gone', async () => {
      const ctx = await setup();
      ctx.start();
      await ctx.timers.advance(5000);
      ctx.store.dispatch({ type: 'status-received', customer: VERIFIED, mayMint: false });
      expect(ctx.store.state.state).to.equal('done');
      lastWindow().close();
      await ctx.timers.advance(60_000);
      expect(closes(ctx)).to.deep.equal(['popup user']);
    });

    it('when the customer presses again before the end of its window was noticed', async () => {
      const ctx = await setup();
      ctx.start();
      await ctx.timers.advance(5000);
      lastWindow().close();
      ctx.start();
      await ctx.timers.advance(60_000);
      expect(ctx.actions()).to.deep.equal([
        'started popup',
        'opened',
        'ended user',
        'started popup',
        'opened',
      ]);
      expect(closes(ctx)).to.deep.equal(['popup user']);
    });

    it('when a native shell takes a second link', async () => {
      const ctx = await setup();
      await ctx.launcher.takeLink(HOSTS);
      await ctx.launcher.takeLink(HOSTS);
      expect(closes(ctx)).to.deep.equal(['host page']);
    });

    it('when its frame turns out to show nothing', async () => {
      const ctx = await setup(here);
      ctx.start('iframe');
      await ctx.timers.advance(0);
      blockFrame();
      expect(closes(ctx)).to.deep.equal(['iframe page']);
      expect(ctx.store.state).to.include({ state: 'ready', lastAttempt: 'frame-failed' });
    });
  });

  describe('when the answer that carries the link says that the customer is verified', () => {
    const verified = async () => {
      const ctx = await setup(() => {
        ctx.store.dispatch({ type: 'link-received', customer: VERIFIED });
        return Promise.resolve(LINK);
      });
      return ctx;
    };

    it('opens no call, and closes what waits for it', async () => {
      for (const mode of ['popup', 'iframe', 'redirect'] as const) {
        const ctx = await verified();
        ctx.start(mode);
        await ctx.timers.advance(0);
        expect(ctx.store.state.state, mode).to.equal('done');
        expect(ctx.actions(), mode).not.to.include('opened');
        expect(ctx.root.querySelector('dialog'), mode).to.equal(null);
      }
      expect(lastWindow()).to.include({ closed: true });
      expect(lastWindow().navigations).to.deep.equal([]);
    });

    it('gives a native shell no link, then and later', async () => {
      const ctx = await verified();
      for (let times = 0; times < 2; times++) {
        const error: unknown = await ctx.launcher.takeLink(HOSTS).catch((reason: unknown) => reason);
        expect(error).to.have.property('code', 'conflict');
      }
      expect(ctx.mints()).to.equal(1);
    });
  });

  it('registers its window as the call of the page, from the placeholder on', async () => {
    const { start, timers } = await setup();
    expect(focusPageCall()).to.equal(false);
    start();
    expect(focusPageCall()).to.equal(true);
    await timers.advance(0);
    expect(focusPageCall()).to.equal(true);
    expect(lastWindow().focusCount).to.equal(2);
    lastWindow().close();
    expect(focusPageCall()).to.equal(false);
  });
});
