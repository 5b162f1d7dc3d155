import { expect } from '@open-wc/testing';

import { createHandoff, type Handoff, type HandoffState } from '../../src/handoff/handoff.js';
import { FakeHandoffEnv } from '../support/fake-handoff-env.js';

const LINK = 'https://vkyc.example.com/call/7hT2?ns=a&b=c';
const MESSAGE = { subject: 'Video KYC call', text: 'Continue my video KYC:' };

const linkRequest =
  (link = LINK) =>
  (): Promise<string> =>
    Promise.resolve(link);

const setup = () => {
  const env = new FakeHandoffEnv();
  const kinds: string[] = [];
  const onChange = () => kinds.push(handoff.state.kind);
  const handoff: Handoff = createHandoff({ onChange, env });
  return { env, handoff, kinds };
};

const setupShown = async () => {
  const ctx = setup();
  await ctx.handoff.toggle(linkRequest());
  return ctx;
};

const shownState = ({ state }: Handoff) => {
  if (state.kind !== 'shown') throw new Error(`Expected the state shown, not ${state.kind}.`);
  return state;
};

/** A request whose link arrives when the test calls `respond`. */
const delayedRequest = () => {
  let resolveLink: (link: string) => void = () => undefined;
  const getLink = () =>
    new Promise<string>((resolve) => {
      resolveLink = resolve;
    });
  return { getLink, respond: () => resolveLink(LINK) };
};

/** The whole state as text. */
const textOf = (handoff: Handoff) => JSON.stringify(handoff.state);

describe('createHandoff', () => {
  it('requests no link until it is toggled', () => {
    const { handoff, env } = setup();
    expect(handoff.state).to.deep.equal({ kind: 'hidden' });
    expect(env.timers).to.have.property('size', 0);
  });

  it('fetches a link and shows it only as a QR code', async () => {
    const { handoff, kinds } = setup();
    const toggled = handoff.toggle(linkRequest());
    expect(handoff.state.kind).to.equal('fetching');
    await toggled;
    expect(kinds).to.deep.equal(['fetching', 'shown']);
    const { code, sent, selectable } = shownState(handoff);
    // Its content is in a closed shadow root; the end-to-end tests read it from the screen.
    expect([code.localName, code.outerHTML]).to.deep.equal(['div', '<div></div>']);
    expect([sent, selectable]).to.deep.equal([null, null]);
    expect(textOf(handoff)).to.not.contain('vkyc.example.com');
  });

  it('keeps the cause when no link arrives, and requests one again when toggled again', async () => {
    const { handoff, kinds, env } = setup();
    const cause = new Error('no_link');
    await handoff.toggle(() => Promise.reject(cause));
    expect(handoff.state).to.deep.equal({ kind: 'failed', cause });
    env.setHidden(true);
    expect(handoff.state.kind).to.equal('failed');
    env.setHidden(false);
    await handoff.toggle(linkRequest());
    expect(kinds).to.deep.equal(['fetching', 'failed', 'fetching', 'shown']);
  });

  it('changes to `failed` instead of rejecting when the request throws, or the link is too long for a QR code', async () => {
    const { handoff } = setup();
    await handoff.toggle(() => {
      throw new Error('at once');
    });
    expect(handoff.state.kind).to.equal('failed');
    await handoff.toggle(linkRequest('x'.repeat(5000)));
    expect(handoff.state.kind).to.equal('failed');
    await handoff.send('copy', MESSAGE);
    expect(handoff.state.kind).to.equal('failed');
  });

  describe('hides the link', () => {
    it('when it is toggled again', async () => {
      const { handoff, kinds } = await setupShown();
      await handoff.toggle(linkRequest());
      expect(handoff.state).to.deep.equal({ kind: 'hidden' });
      expect(kinds).to.deep.equal(['fetching', 'shown', 'hidden']);
    });

    it('when the customer leaves the page', async () => {
      const { handoff, env } = await setupShown();
      env.setHidden(false);
      expect(handoff.state.kind).to.equal('shown');
      env.setHidden(true);
      expect(handoff.state).to.deep.equal({ kind: 'withdrawn' });
      env.setHidden(false);
      expect(handoff.state.kind).to.equal('withdrawn');
    });

    it('after five minutes', async () => {
      const { handoff, env } = await setupShown();
      expect(env.delays.at(-1)).to.equal(300_000);
      expect(env.timers.size).to.equal(1);
      env.runTimers();
      expect(handoff.state).to.deep.equal({ kind: 'withdrawn' });
    });

    it('when hide() is called, and only once', async () => {
      const { handoff, kinds } = await setupShown();
      handoff.hide();
      handoff.hide();
      expect(handoff.state).to.deep.equal({ kind: 'hidden' });
      expect(kinds).to.deep.equal(['fetching', 'shown', 'hidden']);
    });

    it('without leaving a timer, a listener or anything to send', async () => {
      const { handoff, env, kinds } = await setupShown();
      handoff.hide();
      expect([env.timers.size, env.listeners.size]).to.deep.equal([0, 0]);
      for (const way of ['copy', 'share', 'sms', 'email'] as const) await handoff.send(way, MESSAGE);
      expect([env.copied, env.shared, env.navigations]).to.deep.equal([[], [], []]);
      env.setHidden(true);
      expect(kinds).to.deep.equal(['fetching', 'shown', 'hidden']);
    });
  });

  it('drops a request that is hidden before its link arrives', async () => {
    const leaves: readonly [HandoffState['kind'], (ctx: ReturnType<typeof setup>) => unknown][] = [
      ['hidden', ({ handoff }) => handoff.hide()],
      ['withdrawn', ({ env }) => env.setHidden(true)],
      ['hidden', ({ handoff }) => handoff.toggle(linkRequest())],
    ];
    for (const [kind, leave] of leaves) {
      const ctx = setup();
      const { getLink, respond } = delayedRequest();
      const toggled = ctx.handoff.toggle(getLink);
      await leave(ctx);
      expect(ctx.handoff.state.kind).to.equal(kind);
      respond();
      await toggled;
      expect(ctx.handoff.state.kind).to.equal(kind);
      expect([ctx.env.timers.size, ctx.env.listeners.size]).to.deep.equal([0, 0]);
    }
  });

  it('shows the link of the latest request when an earlier one resolves later', async () => {
    const { handoff } = setup();
    const slow = delayedRequest();
    const first = handoff.toggle(slow.getLink);
    handoff.hide();
    await handoff.toggle(linkRequest('https://vkyc.example.com/second'));
    const { code } = shownState(handoff);
    slow.respond();
    await first;
    expect(shownState(handoff).code === code).to.equal(true);
  });

  it('keeps a new request when an earlier one fails', async () => {
    const { handoff } = setup();
    let fail: (cause: Error) => void = () => undefined;
    const first = handoff.toggle(
      () =>
        new Promise((_, reject) => {
          fail = reject;
        }),
    );
    handoff.hide();
    await handoff.toggle(linkRequest());
    fail(new Error('late'));
    await first;
    expect(handoff.state.kind).to.equal('shown');
  });

  describe('sends the link', () => {
    it('to the clipboard, and tells that it was copied', async () => {
      const { handoff, env } = await setupShown();
      await handoff.send('copy', MESSAGE);
      expect(env.copied).to.deep.equal([LINK]);
      expect(shownState(handoff).sent).to.equal('copied');
      expect(textOf(handoff)).to.not.contain('vkyc.example.com');
    });

    it('as selectable text while the browser refuses to copy it', async () => {
      const { handoff, env } = await setupShown();
      env.clipboardError = new DOMException('', 'NotAllowedError');
      await handoff.send('copy', MESSAGE);
      expect(shownState(handoff)).to.include({ sent: 'not-copied', selectable: LINK });
      env.clipboardError = null;
      await handoff.send('copy', MESSAGE);
      expect(shownState(handoff)).to.include({ sent: 'copied', selectable: null });
    });

    it('to another app, and keeps showing it', async () => {
      const { handoff, env, kinds } = await setupShown();
      for (const way of ['share', 'sms', 'email'] as const) await handoff.send(way, MESSAGE);
      expect(env.shared).to.have.length(1);
      expect(env.navigations).to.have.length(2);
      expect(shownState(handoff)).to.include({ sent: 'opened', selectable: null });
      expect(kinds).to.deep.equal(['fetching', 'shown', 'shown', 'shown', 'shown']);
    });

    it('but ignores a copy that completes after the link was hidden, even if another one is shown', async () => {
      const { handoff, env } = await setupShown();
      let ready: () => void = () => undefined;
      env.clipboardReady = new Promise((resolve) => {
        ready = resolve;
      });
      const sent = handoff.send('copy', MESSAGE);
      handoff.hide();
      await handoff.toggle(linkRequest());
      ready();
      await sent;
      expect(shownState(handoff)).to.include({ sent: null, selectable: null });
      handoff.hide();
      expect(handoff.state).to.deep.equal({ kind: 'hidden' });
    });
  });

  it('works in the browser that runs this test', async () => {
    const handoff = createHandoff({ onChange: () => undefined });
    await handoff.toggle(linkRequest());
    expect(shownState(handoff).code.isConnected).to.equal(false);
    handoff.hide();
    expect(handoff.state).to.deep.equal({ kind: 'hidden' });
  });
});
