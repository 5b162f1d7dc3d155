import { expect, fixture, html } from '@open-wc/testing';

import { openDialog, type CallOutcome, type OutcomeSource } from '../../src/launch/dialog.js';
import { FakeTimers } from '../support/fake-timers.js';
import { DIALOG_MESSAGES } from '../support/dialog-messages.js';

/** A URL of the test server itself, so that no test waits for an unreachable host. */
const LINK = new URL('/call?ns=sEcReT', location.href);

/** An open dialog in a shadow root with a focused button, and the ends that it reported. */
async function setup(origins: readonly string[] = [], outcome?: OutcomeSource) {
  const host = await fixture<HTMLElement>(html`<div></div>`);
  const root = host.attachShadow({ mode: 'open' });
  const button = document.createElement('button');
  root.append(button);
  button.focus();
  const timers = new FakeTimers();
  const ends: string[] = [];
  const call = openDialog({
    root,
    messages: DIALOG_MESSAGES,
    origins,
    ...(outcome && { outcome }),
    after: timers.after,
    onEnd: (end) => ends.push(end),
  });
  if (!call) throw new Error('The dialog has no box.');
  const find = <Kind extends Element>(selector: string, kind: abstract new () => Kind): Kind => {
    const found = root.querySelector(selector);
    if (!(found instanceof kind)) throw new Error(`The dialog has no ${selector}.`);
    return found;
  };
  return {
    host,
    root,
    button,
    timers,
    ends,
    call,
    dialog: find('dialog', HTMLDialogElement),
    frame: find('iframe', HTMLIFrameElement),
    question: find('.question', HTMLElement),
    press: (name: string) => find(`.${name}`, HTMLButtonElement).click(),
    focused: () => root.activeElement?.className,
  };
}

/** Dispatches the event of a violation of the page's own policy. */
const violate = (effectiveDirective: string, blockedURI: string) =>
  document.dispatchEvent(
    new SecurityPolicyViolationEvent('securitypolicyviolation', {
      effectiveDirective,
      blockedURI,
      documentURI: location.href,
      disposition: 'enforce',
      originalPolicy: '',
      violatedDirective: effectiveDirective,
      statusCode: 200,
    }),
  );

describe('openDialog', () => {
  describe('in a browser without modal dialogs', () => {
    const { prototype } = HTMLDialogElement;
    const sheets = CSSStyleSheet.prototype;
    /** What test environments and old browsers lack, or throw at. */
    const missing: Readonly<Record<string, [object, string, unknown]>> = {
      'has no showModal': [prototype, 'showModal', undefined],
      'throws in showModal': [
        prototype,
        'showModal',
        () => {
          throw new DOMException('no', 'InvalidStateError');
        },
      ],
      'has no checkVisibility': [Element.prototype, 'checkVisibility', undefined],
      'cannot construct style sheets': [sheets, 'replaceSync', undefined],
    };

    for (const [name, [owner, member, value]] of Object.entries(missing))
      it(`opens none and leaves nothing behind where it ${name}`, async () => {
        const own = Object.getOwnPropertyDescriptor(owner, member);
        const adopted = document.adoptedStyleSheets.length;
        Object.defineProperty(owner, member, { configurable: true, writable: true, value });
        try {
          const root = (await fixture<HTMLElement>(html`<div></div>`)).attachShadow({ mode: 'open' });
          const { after } = new FakeTimers();
          const ends: string[] = [];
          const onEnd = (end: string) => void ends.push(end);
          expect(openDialog({ root, messages: DIALOG_MESSAGES, origins: [], after, onEnd })).to.equal(null);
          expect(root.childElementCount).to.equal(0);
          expect(document.adoptedStyleSheets).to.have.length(adopted);
          expect(ends).to.deep.equal([]);
        } finally {
          if (own) Object.defineProperty(owner, member, own);
        }
      });
  });

  it("opens a modal dialog in the given root, focuses the close button, and locks the page's scrolling", async () => {
    const { root, dialog, call, focused } = await setup();
    expect(dialog.getRootNode()).to.equal(root);
    expect(dialog.matches(':modal')).to.equal(true);
    expect(focused()).to.equal('close-button');
    expect(getComputedStyle(document.documentElement).overflowY).to.equal('hidden');
    expect(call.closed).to.equal(false);
    call.discard();
    expect(getComputedStyle(document.documentElement).overflowY).to.equal('visible');
  });

  describe('with the link', () => {
    it('loads the call into the frame, without the link in an attribute or the history', async () => {
      const { root, call, frame, dialog } = await setup();
      const { length } = history;
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      expect(call.go(LINK)).to.equal(true);
      await loaded;
      expect(frame.contentWindow?.location.href).to.equal(LINK.href);
      expect(frame.hidden).to.equal(false);
      expect(dialog.querySelector<HTMLElement>('.waiting')?.hidden).to.equal(true);
      expect(root.innerHTML).not.to.contain('sEcReT');
      expect(history.length).to.equal(length);
      call.discard();
    });

    it('names the host of the call in the header, and nothing more of the link', async () => {
      const { call, dialog } = await setup();
      const host = dialog.querySelector('.dialog-header small');
      expect(host?.textContent).to.equal('');
      const height = host?.getBoundingClientRect().height;
      call.go(LINK);
      expect(host?.textContent).to.equal(LINK.host);
      expect(host?.getBoundingClientRect().height).to.equal(height);
      call.discard();
    });

    it("delegates camera, microphone and location exactly to the link's origin and the given ones", async () => {
      const { call, frame } = await setup(['https://video.signzy.app']);
      call.go(LINK);
      const origins = `${location.origin} https://video.signzy.app`;
      for (const feature of ['camera', 'microphone', 'geolocation'])
        expect(frame.allow).to.contain(`${feature} ${origins}`);
      expect(frame.allow).not.to.contain('*');
      call.discard();
    });

    it('does not navigate once the dialog is closed', async () => {
      const { call, frame } = await setup();
      call.discard();
      expect(call.go(LINK)).to.equal(false);
      expect(frame.allow).to.equal('');
    });
  });

  describe('before the call is in the frame', () => {
    it('closes at once, without a confirmation', async () => {
      const { press, ends, call, dialog } = await setup();
      press('close-button');
      expect(ends).to.deep.equal(['ended']);
      expect(call.closed).to.equal(true);
      expect(dialog.isConnected).to.equal(false);
    });

    it('does not keep the customer from leaving the page', async () => {
      const { call } = await setup();
      const leaving = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(leaving);
      expect(leaving.defaultPrevented).to.equal(false);
      call.discard();
    });
  });

  describe('once the outcome of the call is known', () => {
    const OUTCOMES: readonly CallOutcome[] = [
      { phase: 'under-review', text: 'Under review' },
      { phase: 'verified', text: 'Verified' },
      { phase: 'rejected', text: 'मंज़ूर नहीं हुआ' },
    ];

    /** A live call, and a function that reports its outcome. */
    const answerable = async () => {
      let current: CallOutcome | null = null;
      const listeners = new Set<() => void>();
      const opened = await setup([], {
        current: () => current,
        subscribe(listener) {
          listeners.add(listener);
          return () => void listeners.delete(listener);
        },
      });
      opened.call.go(LINK);
      const report = (outcome: CallOutcome) => {
        current = outcome;
        for (const listener of listeners) listener();
      };
      return { ...opened, report, listeners };
    };

    for (const outcome of OUTCOMES)
      it(`says "${outcome.text}" in its header, and closes without a question`, async () => {
        const { dialog, report, press, ends, listeners } = await answerable();
        report(outcome);
        expect(dialog.querySelector('.dialog-header [role=status]')?.textContent).to.equal(outcome.text);
        press('close-button');
        expect([ends, dialog.isConnected, listeners.size]).to.deep.equal([['ended'], false, 0]);
      });

    it('withdraws the question that it has asked, and focuses the close button', async () => {
      const { call, report, press, question, focused } = await answerable();
      press('close-button');
      expect(question.hidden).to.equal(false);
      report({ phase: 'verified', text: 'Verified' });
      expect([question.hidden, focused()]).to.deep.equal([true, 'close-button']);
      call.discard();
    });

    it('does not keep the customer from leaving the page', async () => {
      const { call, report } = await answerable();
      report({ phase: 'rejected', text: 'Not approved' });
      const leaving = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(leaving);
      expect(leaving.defaultPrevented).to.equal(false);
      call.discard();
    });
  });

  describe('while the call is in the frame', () => {
    const live = async () => {
      const opened = await setup();
      opened.call.go(LINK);
      return opened;
    };

    it('requires a confirmation to end, and continues on request', async () => {
      const { press, ends, question, call, focused } = await live();
      press('close-button');
      expect(question.hidden).to.equal(false);
      expect(focused()).to.equal('stay-button');
      expect(ends).to.deep.equal([]);
      press('stay-button');
      expect(question.hidden).to.equal(true);
      expect(focused()).to.equal('close-button');
      expect(call.closed).to.equal(false);
      call.discard();
    });

    it('ends when the customer confirms', async () => {
      const { press, ends, call } = await live();
      press('close-button');
      press('end-button');
      expect(ends).to.deep.equal(['ended']);
      expect(call.closed).to.equal(true);
    });

    it('requires a confirmation for Escape, however it arrives', async () => {
      const { dialog, question, ends, call, press } = await live();
      const events = [
        () => dialog.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', cancelable: true })),
        () => dialog.dispatchEvent(new Event('cancel', { cancelable: true })),
      ];
      for (const dispatch of events) {
        expect(dispatch(), 'was not prevented').to.equal(false);
        expect(question.hidden).to.equal(false);
        press('stay-button');
      }
      const closed = new Promise((resolve) => dialog.addEventListener('close', resolve, { once: true }));
      dialog.close();
      await closed;
      expect(dialog.matches(':modal')).to.equal(true);
      expect(question.hidden).to.equal(false);
      expect(ends).to.deep.equal([]);
      call.discard();
    });

    it('ignores other keys', async () => {
      const { dialog, question, call } = await live();
      expect(dialog.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', cancelable: true }))).to.equal(
        true,
      );
      expect(question.hidden).to.equal(true);
      call.discard();
    });

    it('makes the browser confirm leaving the page, until the dialog is closed', async () => {
      const { call } = await live();
      const leaving = () => new Event('beforeunload', { cancelable: true });
      const during = leaving();
      window.dispatchEvent(during);
      expect(during.defaultPrevented).to.equal(true);
      call.discard();
      const afterwards = leaving();
      window.dispatchEvent(afterwards);
      expect(afterwards.defaultPrevented).to.equal(false);
    });
  });

  it('always offers a window instead, and is closed when it reports that', async () => {
    for (const withLink of [false, true]) {
      const { press, ends, call } = await setup();
      if (withLink) call.go(LINK);
      press('new-window-button');
      expect(ends).to.deep.equal(['window-requested']);
      expect(call.closed).to.equal(true);
    }
  });

  describe('when the frame shows no call', () => {
    it('reports frame-refused for a policy violation of either directive, by origin or by URL', async () => {
      for (const directive of ['frame-src', 'child-src'])
        for (const blocked of [LINK.origin, LINK.href]) {
          const { call, ends } = await setup();
          call.go(LINK);
          violate(directive, blocked);
          expect(ends).to.deep.equal(['frame-refused']);
          expect(call.closed).to.equal(true);
        }
    });

    it('ignores policy violations of something else', async () => {
      const { call, ends } = await setup();
      violate('frame-src', LINK.href);
      call.go(LINK);
      violate('frame-src', 'https://advertisement.example');
      violate('frame-src', `${LINK.origin}.evil.example`);
      violate('img-src', LINK.href);
      expect(ends).to.deep.equal([]);
      expect(call.closed).to.equal(false);
      call.discard();
    });

    it('reports frame-empty after eight seconds', async () => {
      const { call, ends, timers } = await setup();
      call.go(new URL('about:blank'));
      await timers.advance(7999);
      expect(ends).to.deep.equal([]);
      await timers.advance(1);
      expect(ends).to.deep.equal(['frame-empty']);
    });

    it('stays open once the frame has loaded', async () => {
      const { call, ends, timers, frame } = await setup();
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      call.go(LINK);
      await loaded;
      await timers.advance(60_000);
      expect(ends).to.deep.equal([]);
      call.discard();
    });

    it('cancels its timers when it is closed', async () => {
      const { call, timers } = await setup();
      call.go(LINK);
      call.discard();
      expect(timers.pendingDelays).to.deep.equal([]);
    });
  });

  describe('when the page takes its box away', () => {
    const ways: [way: string, hide: (host: HTMLElement) => void][] = [
      ['hides the element', (host) => host.setAttribute('hidden', '')],
      ['does not display an ancestor', (host) => host.parentElement?.style.setProperty('display', 'none')],
      ['hides the content of the element', (host) => host.style.setProperty('content-visibility', 'hidden')],
      [
        'hides the content of an ancestor',
        (host) => host.parentElement?.style.setProperty('content-visibility', 'hidden'),
      ],
      ['removes the element', (host) => host.remove()],
      ['removes the dialog', (host) => host.shadowRoot?.querySelector('dialog')?.remove()],
    ];
    for (const [way, hide] of ways)
      it(`gives the page back when it ${way}`, async () => {
        const { host, call, ends, timers, dialog } = await setup();
        call.go(LINK);
        hide(host);
        await timers.advance(500);
        expect(ends).to.deep.equal(['hidden']);
        expect(dialog.isConnected).to.equal(false);
        expect(getComputedStyle(document.documentElement).overflowY).to.equal('visible');
        const leaving = new Event('beforeunload', { cancelable: true });
        window.dispatchEvent(leaving);
        expect(leaving.defaultPrevented).to.equal(false);
        expect(timers.pendingDelays).to.deep.equal([]);
      });

    it('continues where the page only makes the element invisible, small or inactive', async () => {
      for (const css of [
        'visibility: hidden',
        'opacity: 0',
        'height: 0; overflow: hidden',
        'position: absolute; left: -9999px',
        'transform: scale(0)',
        'display: contents',
      ]) {
        const { host, call, ends, timers, dialog } = await setup();
        host.style.cssText = css;
        await timers.advance(60_000);
        expect(ends, css).to.deep.equal([]);
        expect(dialog.checkVisibility({ visibilityProperty: true }), css).to.equal(true);
        call.discard();
      }
    });

    it('opens no dialog that would have none', async () => {
      const host = await fixture<HTMLElement>(html`<div hidden></div>`);
      const root = host.attachShadow({ mode: 'open' });
      const timers = new FakeTimers();
      const ends: string[] = [];
      const onEnd = (end: string) => ends.push(end);
      expect(
        openDialog({ root, messages: DIALOG_MESSAGES, origins: [], after: timers.after, onEnd }),
      ).to.equal(null);
      expect(root.querySelector('dialog')).to.equal(null);
      expect(getComputedStyle(document.documentElement).overflowY).to.equal('visible');
      expect(timers.pendingDelays).to.deep.equal([]);
      expect(ends).to.deep.equal([]);
    });
  });

  describe('when it is closed', () => {
    it("restores the page's scrolling", async () => {
      const { style } = document.documentElement;
      style.overflow = 'clip';
      try {
        const { call } = await setup();
        expect(getComputedStyle(document.documentElement).overflowY).to.equal('hidden');
        call.discard();
        expect(style.overflow).to.equal('clip');
      } finally {
        style.removeProperty('overflow');
      }
    });

    it('restores the focus', async () => {
      const { call, focused, root, button } = await setup();
      expect(focused()).to.equal('close-button');
      call.discard();
      expect(root.activeElement).to.equal(button);
    });

    it('reports nothing more', async () => {
      const { call, ends, press, dialog } = await setup();
      call.go(LINK);
      const end = dialog.querySelector<HTMLButtonElement>('.end-button');
      press('close-button');
      call.discard();
      call.discard();
      end?.click();
      violate('frame-src', LINK.href);
      expect(ends).to.deep.equal([]);
    });

    it('leaves no listeners on the page', async () => {
      const left: string[] = [];
      const targets = [window, document] as const;
      for (const target of targets) {
        target.addEventListener = (type: string, _: unknown, options?: AddEventListenerOptions) => {
          left.push(type);
          options?.signal?.addEventListener('abort', () => left.splice(left.indexOf(type), 1));
        };
      }
      try {
        const { call } = await setup();
        expect(left).to.have.members(['securitypolicyviolation', 'beforeunload']);
        call.discard();
        expect(left).to.deep.equal([]);
      } finally {
        for (const target of targets) {
          Reflect.deleteProperty(target, 'addEventListener');
        }
      }
    });

    it('reads as closed also when the page removed it', async () => {
      const { call, dialog } = await setup();
      dialog.remove();
      expect(call.closed).to.equal(true);
      call.discard();
    });
  });

  it('focus moves the focus to the close button', async () => {
    const { call, button, focused } = await setup();
    button.focus();
    call.focus();
    expect(focused()).to.equal('close-button');
    call.discard();
  });
});
