import { expect } from '@open-wc/testing';
import decodeQR from 'qr/decode.js';

import { Handoff, LONGEST_SHOWN, type PhoneLink } from '../../src/handoff/handoff.js';
import { FakePage } from './fake-page.js';

const LINK = 'https://vkyc.example.com/call/7hT2?ns=a&b=c';
const WORDS = { subject: 'Video KYC call', text: 'Continue my video KYC:' };

const gives =
  (link = LINK, lifetime: number | null = null) =>
  (): Promise<PhoneLink> =>
    Promise.resolve({ link, lifetime });

const start = () => {
  const page = new FakePage();
  const kinds: string[] = [];
  const handoff: Handoff = new Handoff(() => kinds.push(handoff.state.kind), page);
  return { page, handoff, kinds };
};

const started = async (lifetime: number | null = null) => {
  const all = start();
  await all.handoff.toggle(gives(LINK, lifetime));
  return all;
};

const shown = ({ state }: Handoff) => {
  if (state.kind !== 'shown') throw new Error(`Expected the state shown, not ${state.kind}.`);
  return state;
};

/** A link that comes when the test says so. */
const late = () => {
  let come: (link: PhoneLink) => void = () => undefined;
  const getLink = () =>
    new Promise<PhoneLink>((resolve) => {
      come = resolve;
    });
  return { getLink, come: () => come({ link: LINK, lifetime: null }) };
};

/** Everything a state holds, as text. */
const textOf = (handoff: Handoff) => JSON.stringify(handoff.state);

describe('Handoff', () => {
  it('asks for no link until it is toggled', () => {
    const { handoff, page } = start();
    expect(handoff.state).to.deep.equal({ kind: 'hidden', because: 'closed' });
    expect(page.timers).to.have.property('size', 0);
  });

  it('gets a link and shows it as a code, and in no other way', async () => {
    const { handoff, kinds } = start();
    const toggled = handoff.toggle(gives());
    expect(handoff.state.kind).to.equal('fetching');
    await toggled;
    expect(kinds).to.deep.equal(['fetching', 'shown']);
    const { code, copied, selectable } = shown(handoff);
    const image = code.getContext('2d')?.getImageData(0, 0, code.width, code.height);
    expect(image && decodeQR(image, { timeLimit: 3000 })).to.equal(LINK);
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
      expect(handoff.state).to.deep.equal({ kind: 'hidden', because: 'closed' });
      expect(kinds).to.deep.equal(['fetching', 'shown', 'hidden']);
    });

    it('when the customer leaves the page', async () => {
      const { handoff, page } = await started();
      page.turn(false);
      expect(handoff.state.kind).to.equal('shown');
      page.turn(true);
      expect(handoff.state).to.deep.equal({ kind: 'hidden', because: 'left' });
      page.turn(false);
      expect(handoff.state.kind).to.equal('hidden');
    });

    it('when its time is over, if that is known', async () => {
      const { handoff, page } = await started(90_000);
      expect(page.waits).to.deep.equal([90_000]);
      page.runTimers();
      expect(handoff.state).to.deep.equal({ kind: 'hidden', because: 'expired' });
    });

    it('after five minutes, however long it would work', async () => {
      expect(LONGEST_SHOWN).to.equal(300_000);
      expect((await started()).page.waits).to.deep.equal([LONGEST_SHOWN]);
      expect((await started(86_400_000)).page.waits).to.deep.equal([LONGEST_SHOWN]);
    });

    it('when the page says so, once', async () => {
      const { handoff, kinds } = await started();
      handoff.hide('left');
      handoff.hide();
      expect(handoff.state).to.deep.equal({ kind: 'hidden', because: 'left' });
      expect(kinds).to.deep.equal(['fetching', 'shown', 'hidden']);
    });

    it('and then nothing of it is left: no pixels, no timer, no listener, nothing to send', async () => {
      const { handoff, page, kinds } = await started();
      const { code } = shown(handoff);
      handoff.hide();
      expect(code.width).to.equal(0);
      expect([page.timers.size, page.listeners.size]).to.deep.equal([0, 0]);
      for (const way of ['copy', 'share', 'sms', 'email'] as const) await handoff.send(way, WORDS);
      expect([page.copied, page.shared, page.wentTo]).to.deep.equal([[], [], []]);
      page.turn(true);
      expect(kinds).to.deep.equal(['fetching', 'shown', 'hidden']);
    });
  });

  it('gives up a request that is hidden before its link comes', async () => {
    const leaves: readonly ((all: ReturnType<typeof start>) => unknown)[] = [
      ({ handoff }) => handoff.hide(),
      ({ page }) => page.turn(true),
      ({ handoff }) => handoff.toggle(gives()),
    ];
    for (const leave of leaves) {
      const all = start();
      const { getLink, come } = late();
      const toggled = all.handoff.toggle(getLink);
      await leave(all);
      expect(all.handoff.state.kind).to.equal('hidden');
      come();
      await toggled;
      expect(all.handoff.state.kind).to.equal('hidden');
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

    it('to the share sheet, or the clipboard when no sheet opens', async () => {
      const { handoff, page } = await started();
      await handoff.send('share', WORDS);
      expect(page.shared).to.deep.equal([{ text: WORDS.text, url: LINK }]);
      expect(page.copied).to.deep.equal([]);
      page.sharingFails = new DOMException('', 'AbortError');
      await handoff.send('share', WORDS);
      expect(page.copied).to.deep.equal([]);
      page.sharingFails = new DOMException('', 'NotAllowedError');
      await handoff.send('share', WORDS);
      expect(page.copied).to.deep.equal([LINK]);
    });

    it('in a message, by going there in the gesture itself', async () => {
      const { handoff, page } = await started();
      const sent = [handoff.send('sms', WORDS), handoff.send('email', WORDS)];
      const [sms = '', email = ''] = page.wentTo.map((href) => decodeURIComponent(href));
      expect(sms).to.equal(`sms:?&body=${WORDS.text} ${LINK}`);
      expect(email).to.equal(`mailto:?subject=${WORDS.subject}&body=${WORDS.text}\r\n\r\n${LINK}`);
      await Promise.all(sent);
      expect(handoff.state.kind).to.equal('shown');
    });

    it('but says nothing of a copy that ends after the link was hidden, also once another is shown', async () => {
      const { handoff, page } = await started();
      let ready: () => void = () => undefined;
      page.clipboardReady = new Promise((resolve) => {
        ready = resolve;
      });
      const sent = handoff.send('copy', WORDS);
      handoff.hide();
      await handoff.toggle(gives('https://vkyc.example.com/second'));
      ready();
      await sent;
      expect(shown(handoff)).to.include({ copied: false, selectable: null });
      handoff.hide();
      expect(handoff.state).to.deep.equal({ kind: 'hidden', because: 'closed' });
    });
  });

  it('works on the page that runs this test', async () => {
    const handoff = new Handoff(() => undefined);
    await handoff.toggle(gives());
    expect(shown(handoff).code.width).to.be.greaterThan(29);
    handoff.hide('left');
    expect(handoff.state).to.deep.equal({ kind: 'hidden', because: 'left' });
  });
});
