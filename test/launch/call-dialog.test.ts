import { expect, fixture, html } from '@open-wc/testing';

import { openCallDialog } from '../../src/launch/call-dialog.js';
import { FakeTimers } from '../support/fake-timers.js';
import { WORDS } from '../support/dialog-messages.js';

/** An address of the server that the test is on: no test waits for a host that is not there. */
const LINK = new URL('/call?ns=sEcReT', location.href);

/** A dialog in a shadow root with a button that has the focus, and what it told. */
async function openDialog(origins: readonly string[] = []) {
  const host = await fixture<HTMLElement>(html`<div></div>`);
  const root = host.attachShadow({ mode: 'open' });
  const button = document.createElement('button');
  root.append(button);
  button.focus();
  const timers = new FakeTimers();
  const told: string[] = [];
  const call = openCallDialog({ root, messages: WORDS, origins }, (end) => told.push(end), timers.after);
  const find = <Kind extends Element>(selector: string, kind: abstract new () => Kind): Kind => {
    const found = root.querySelector(selector);
    if (!(found instanceof kind)) throw new Error(`The dialog has no ${selector}.`);
    return found;
  };
  return {
    root,
    button,
    timers,
    told,
    call,
    dialog: find('dialog', HTMLDialogElement),
    frame: find('iframe', HTMLIFrameElement),
    question: find('.question', HTMLElement),
    press: (name: string) => find(`.${name}`, HTMLButtonElement).click(),
    focused: () => root.activeElement?.className,
  };
}

/** Tells the page, and the dialog with it, that its own policy refused something. */
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

describe('openCallDialog', () => {
  it('opens a modal dialog in the root it is given, the focus on the way out, the page behind it still', async () => {
    const { root, dialog, call, focused } = await openDialog();
    expect(dialog.getRootNode()).to.equal(root);
    expect(dialog.matches(':modal')).to.equal(true);
    expect(focused()).to.equal('close-button');
    expect(document.documentElement.style.overflow).to.equal('hidden');
    expect(call.closed).to.equal(false);
    call.discard();
    expect(document.documentElement.style.overflow).to.equal('');
  });

  describe('with the link', () => {
    it('loads the call into the frame, and shows the link in no attribute and no history', async () => {
      const { root, call, frame, dialog } = await openDialog();
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

    it("lends camera, microphone and location to the link's origin and those named, exactly", async () => {
      const { call, frame } = await openDialog(['https://video.signzy.app']);
      call.go(LINK);
      const origins = `${location.origin} https://video.signzy.app`;
      for (const feature of ['camera', 'microphone', 'geolocation'])
        expect(frame.allow).to.contain(`${feature} ${origins}`);
      expect(frame.allow).not.to.contain('*');
      call.discard();
    });

    it('goes nowhere once the dialog is gone', async () => {
      const { call, frame } = await openDialog();
      call.discard();
      expect(call.go(LINK)).to.equal(false);
      expect(frame.allow).to.equal('');
    });
  });

  describe('before the call is in the frame', () => {
    it('closes at once, without a question', async () => {
      const { press, told, call, dialog } = await openDialog();
      press('close-button');
      expect(told).to.deep.equal(['ended']);
      expect(call.closed).to.equal(true);
      expect(dialog.isConnected).to.equal(false);
    });

    it('lets the page be left', async () => {
      const { call } = await openDialog();
      const leaving = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(leaving);
      expect(leaving.defaultPrevented).to.equal(false);
      call.discard();
    });
  });

  describe('while the call is in the frame', () => {
    const live = async () => {
      const opened = await openDialog();
      opened.call.go(LINK);
      return opened;
    };

    it('asks before it ends, and stays if the customer wants', async () => {
      const { press, told, question, call, focused } = await live();
      press('close-button');
      expect(question.hidden).to.equal(false);
      expect(focused()).to.equal('stay-button');
      expect(told).to.deep.equal([]);
      press('stay-button');
      expect(question.hidden).to.equal(true);
      expect(focused()).to.equal('close-button');
      expect(call.closed).to.equal(false);
      call.discard();
    });

    it('ends when the customer says so', async () => {
      const { press, told, call } = await live();
      press('close-button');
      press('end-button');
      expect(told).to.deep.equal(['ended']);
      expect(call.closed).to.equal(true);
    });

    it('asks at Escape, in each of the ways that it comes', async () => {
      const { dialog, question, told, call, press } = await live();
      const ways = [
        () => dialog.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', cancelable: true })),
        () => dialog.dispatchEvent(new Event('cancel', { cancelable: true })),
      ];
      for (const way of ways) {
        expect(way(), 'was not prevented').to.equal(false);
        expect(question.hidden).to.equal(false);
        press('stay-button');
      }
      const closed = new Promise((resolve) => dialog.addEventListener('close', resolve, { once: true }));
      dialog.close();
      await closed;
      expect(dialog.matches(':modal')).to.equal(true);
      expect(question.hidden).to.equal(false);
      expect(told).to.deep.equal([]);
      call.discard();
    });

    it('minds no other key', async () => {
      const { dialog, question, call } = await live();
      expect(dialog.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', cancelable: true }))).to.equal(
        true,
      );
      expect(question.hidden).to.equal(true);
      call.discard();
    });

    it('has the browser ask before the page is left, and no longer once it is over', async () => {
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

  it('always offers a window instead, and is gone when it tells so', async () => {
    for (const withLink of [false, true]) {
      const { press, told, call } = await openDialog();
      if (withLink) call.go(LINK);
      press('new-window-button');
      expect(told).to.deep.equal(['window-wanted']);
      expect(call.closed).to.equal(true);
    }
  });

  describe('when the frame shows no call', () => {
    it("tells that the page's policy refused it, whichever directive and however the address is told", async () => {
      for (const directive of ['frame-src', 'child-src'])
        for (const blocked of [LINK.origin, LINK.href]) {
          const { call, told } = await openDialog();
          call.go(LINK);
          violate(directive, blocked);
          expect(told).to.deep.equal(['frame-refused']);
          expect(call.closed).to.equal(true);
        }
    });

    it('does not end a call because the policy refused something else', async () => {
      const { call, told } = await openDialog();
      violate('frame-src', LINK.href);
      call.go(LINK);
      violate('frame-src', 'https://advertisement.example');
      violate('frame-src', `${LINK.origin}.evil.example`);
      violate('img-src', LINK.href);
      expect(told).to.deep.equal([]);
      expect(call.closed).to.equal(false);
      call.discard();
    });

    it('tells after eight seconds that nothing was loaded', async () => {
      const { call, told, timers } = await openDialog();
      call.go(new URL('about:blank'));
      await timers.advance(7999);
      expect(told).to.deep.equal([]);
      await timers.advance(1);
      expect(told).to.deep.equal(['frame-empty']);
    });

    it('is content with a frame that shows something', async () => {
      const { call, told, timers, frame } = await openDialog();
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      call.go(LINK);
      await loaded;
      await timers.advance(60_000);
      expect(told).to.deep.equal([]);
      call.discard();
    });

    it('does not wait for it once it is over', async () => {
      const { call, timers } = await openDialog();
      call.go(LINK);
      call.discard();
      expect(timers.waits).to.deep.equal([]);
    });
  });

  describe('when it is over', () => {
    it("gives the page's own scrolling back", async () => {
      const { style } = document.documentElement;
      style.overflow = 'clip';
      try {
        const { call } = await openDialog();
        expect(style.overflow).to.equal('hidden');
        call.discard();
        expect(style.overflow).to.equal('clip');
      } finally {
        style.removeProperty('overflow');
      }
    });

    it('gives the focus back to where it was', async () => {
      const { call, focused, root, button } = await openDialog();
      expect(focused()).to.equal('close-button');
      call.discard();
      expect(root.activeElement).to.equal(button);
    });

    it('tells nothing more, whatever happens then', async () => {
      const { call, told, press, dialog } = await openDialog();
      call.go(LINK);
      const end = dialog.querySelector<HTMLButtonElement>('.end');
      press('close-button');
      call.discard();
      call.discard();
      end?.click();
      violate('frame-src', LINK.href);
      expect(told).to.deep.equal([]);
    });

    it('leaves no listener on the page', async () => {
      const left: string[] = [];
      const targets = [window, document] as const;
      for (const target of targets) {
        target.addEventListener = (type: string, _: unknown, options?: AddEventListenerOptions) => {
          left.push(type);
          options?.signal?.addEventListener('abort', () => left.splice(left.indexOf(type), 1));
        };
      }
      try {
        const { call } = await openDialog();
        expect(left).to.have.members(['securitypolicyviolation', 'beforeunload']);
        call.discard();
        expect(left).to.deep.equal([]);
      } finally {
        for (const target of targets) {
          Reflect.deleteProperty(target, 'addEventListener');
        }
      }
    });

    it('reads as closed also when the page took it out', async () => {
      const { call, dialog } = await openDialog();
      dialog.remove();
      expect(call.closed).to.equal(true);
      call.discard();
    });
  });

  it('comes to the front by taking the focus', async () => {
    const { call, button, focused } = await openDialog();
    button.focus();
    call.focus();
    expect(focused()).to.equal('close-button');
    call.discard();
  });
});
