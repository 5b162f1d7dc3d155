import { expect } from '@open-wc/testing';

import { createHandoff, type Handoff, type HandoffState } from '../../src/handoff/handoff.js';
import { FakePage } from '../support/fake-handoff-env.js';

const LINK = 'https://vkyc.example.com/call/7hT2?ns=a&b=c';
const WORDS = { subject: 'Video KYC call', text: 'Continue my video KYC:' };

const gives =
  (link = LINK) =>
  (): Promise<string> =>
    Promise.resolve(link);

const start = () => {
  const page = new FakePage();
  const kinds: string[] = [];
  const handoff: Handoff = createHandoff(() => kinds.push(handoff.state.kind), page);
  return { page, handoff, kinds };
};

const started = async () => {
  const all = start();
  await all.handoff.toggle(gives());
  return all;
};

const shown = ({ state }: Handoff) => {
  if (state.kind !== 'shown') throw new Error(`Expected the state shown, not ${state.kind}.`);
  return state;
};

/** A link that comes when the test says so. */
const late = () => {
  let come: (link: string) => void = () => undefined;
  const getLink = () =>
    new Promise<string>((resolve) => {
      come = resolve;
    });
  return { getLink, come: () => come(LINK) };
};

/** Everything a state holds, as text. */
const textOf = (handoff: Handoff) => JSON.stringify(handoff.state);

describe('createHandoff', () => {
  it('asks for no link until it is toggled', () => {
    const { handoff, page } = start();
    expect(handoff.state).to.deep.equal({ kind: 'hidden' });
    expect(page.timers).to.have.property('size', 0);
  });

  it('gets a link and shows it as a code, and in no other way', async () => {
    const { handoff, kinds } = start();
    const toggled = handoff.toggle(gives());
    expect(handoff.state.kind).to.equal('fetching');
    await toggled;
    expect(kinds).to.deep.equal(['fetching', 'shown']);
    const { code, copied, selectable } = shown(handoff);
    // what is in it is sealed off; the end-to-end tests read it from the screen
    expect([code.localName, code.outerHTML]).to.deep.equal(['div', '<div></div>']);
    expect([copied, selectable]).to.deep.equal([false, null]);
    expect(textOf(handoff)).to.not.contain('vkyc.example.com');
  });

  it('tells why no link came, and asks anew when toggled again', async () => {
    const { handoff, kinds, page } = start();
    const cause = new Error('no_link');
    await handoff.toggle(() => Promise.reject(cause));
    expect(handoff.state).to.deep.equal({ kind: 'failed', cause });
    page.turn(true);
    expect(handoff.state.kind).to.equal('failed');
    page.turn(false);
    await handoff.toggle(gives());
    expect(kinds).to.deep.equal(['fetching', 'failed', 'fetching', 'shown']);
  });

  it('fails, rather than rejects, over what throws at once or cannot be drawn', async () => {
    const { handoff } = start();
    await handoff.toggle(() => {
      throw new Error('at once');
    });
    expect(handoff.state.kind).to.equal('failed');
    await handoff.toggle(gives('x'.repeat(5000)));
    expect(handoff.state.kind).to.equal('failed');
    await handoff.send('copy', WORDS);
    expect(handoff.state.kind).to.equal('failed');
  });

  describe('hides the link', () => {
    it('when it is toggled again', async () => {
      const { handoff, kinds } = await started();
      await handoff.toggle(gives());
      expect(handoff.state).to.deep.equal({ kind: 'hidden' });
      expect(kinds).to.deep.equal(['fetching', 'shown', 'hidden']);
    });

    it('when the customer leaves the page', async () => {
      const { handoff, page } = await started();
      page.turn(false);
      expect(handoff.state.kind).to.equal('shown');
      page.turn(true);
      expect(handoff.state).to.deep.equal({ kind: 'withdrawn' });
      page.turn(false);
      expect(handoff.state.kind).to.equal('withdrawn');
    });

    it('after five minutes', async () => {
      const { handoff, page } = await started();
      expect(page.waits).to.deep.equal([300_000]);
      page.runTimers();
      expect(handoff.state).to.deep.equal({ kind: 'withdrawn' });
    });

    it('when the page says so, once', async () => {
      const { handoff, kinds } = await started();
      handoff.hide();
      handoff.hide();
      expect(handoff.state).to.deep.equal({ kind: 'hidden' });
      expect(kinds).to.deep.equal(['fetching', 'shown', 'hidden']);
    });

    it('and then nothing of it is left: no timer, no listener, nothing to send', async () => {
      const { handoff, page, kinds } = await started();
      handoff.hide();
      expect([page.timers.size, page.listeners.size]).to.deep.equal([0, 0]);
      for (const way of ['copy', 'share', 'sms', 'email'] as const) await handoff.send(way, WORDS);
      expect([page.copied, page.shared, page.wentTo]).to.deep.equal([[], [], []]);
      page.turn(true);
      expect(kinds).to.deep.equal(['fetching', 'shown', 'hidden']);
    });
  });

  it('gives up a request that is hidden before its link comes', async () => {
    const leaves: readonly [HandoffState['kind'], (all: ReturnType<typeof start>) => unknown][] = [
      ['hidden', ({ handoff }) => handoff.hide()],
      ['withdrawn', ({ page }) => page.turn(true)],
      ['hidden', ({ handoff }) => handoff.toggle(gives())],
    ];
    for (const [kind, leave] of leaves) {
      const all = start();
      const { getLink, come } = late();
      const toggled = all.handoff.toggle(getLink);
      await leave(all);
      expect(all.handoff.state.kind).to.equal(kind);
      come();
      await toggled;
      expect(all.handoff.state.kind).to.equal(kind);
      expect([all.page.timers.size, all.page.listeners.size]).to.deep.equal([0, 0]);
    }
  });

  it('shows the link of the last request when one before it answers later', async () => {
    const { handoff } = start();
    const slow = late();
    const first = handoff.toggle(slow.getLink);
    handoff.hide();
    await handoff.toggle(gives('https://vkyc.example.com/second'));
    const { code } = shown(handoff);
    slow.come();
    await first;
    expect(shown(handoff).code === code).to.equal(true);
  });

  it('forgets nothing of a new request when an old one fails', async () => {
    const { handoff } = start();
    let fail: (cause: Error) => void = () => undefined;
    const first = handoff.toggle(
      () =>
        new Promise((_, reject) => {
          fail = reject;
        }),
    );
    handoff.hide();
    await handoff.toggle(gives());
    fail(new Error('late'));
    await first;
    expect(handoff.state.kind).to.equal('shown');
  });

  describe('sends the link', () => {
    it('into the clipboard, and says so', async () => {
      const { handoff, page } = await started();
      await handoff.send('copy', WORDS);
      expect(page.copied).to.deep.equal([LINK]);
      expect(shown(handoff).copied).to.equal(true);
      expect(textOf(handoff)).to.not.contain('vkyc.example.com');
    });

    it('out to be selected by hand when the browser does not copy it, until it does', async () => {
      const { handoff, page } = await started();
      page.clipboardRefuses = new DOMException('', 'NotAllowedError');
      await handoff.send('copy', WORDS);
      expect(shown(handoff)).to.include({ copied: false, selectable: LINK });
      page.clipboardRefuses = null;
      await handoff.send('copy', WORDS);
      expect(shown(handoff)).to.include({ copied: true, selectable: null });
    });

    it('by another app, and goes on showing it', async () => {
      const { handoff, page, kinds } = await started();
      for (const way of ['share', 'sms', 'email'] as const) await handoff.send(way, WORDS);
      expect(page.shared).to.have.length(1);
      expect(page.wentTo).to.have.length(2);
      expect(shown(handoff)).to.include({ copied: false, selectable: null });
      expect(kinds).to.deep.equal(['fetching', 'shown']);
    });

    it('but says nothing of a copy that ends after the link was hidden, also once it is shown anew', async () => {
      const { handoff, page } = await started();
      let ready: () => void = () => undefined;
      page.clipboardReady = new Promise((resolve) => {
        ready = resolve;
      });
      const sent = handoff.send('copy', WORDS);
      handoff.hide();
      await handoff.toggle(gives());
      ready();
      await sent;
      expect(shown(handoff)).to.include({ copied: false, selectable: null });
      handoff.hide();
      expect(handoff.state).to.deep.equal({ kind: 'hidden' });
    });
  });

  it('works on the page that runs this test', async () => {
    const handoff = createHandoff(() => undefined);
    await handoff.toggle(gives());
    expect(shown(handoff).code.isConnected).to.equal(false);
    handoff.hide();
    expect(handoff.state).to.deep.equal({ kind: 'hidden' });
  });
});
