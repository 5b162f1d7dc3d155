import { expect } from '@open-wc/testing';

import type { HandoffWay } from '../../src/handoff/handoff-ways.js';
import { sendLink } from '../../src/handoff/send-link.js';
import { FakePage } from '../support/fake-handoff-env.js';

const LINK = 'https://a.example/call?ns=x&id=1%2F2#top';
const WORDS = { subject: 'Video KYC?', text: 'मेरा वीडियो KYC जारी रखें & 100%:' };

const send = (page: FakePage, way: HandoffWay, { link = LINK, words = WORDS } = {}) =>
  sendLink(way, link, words, page);

/** The one address the page went to. */
const wentTo = ({ wentTo: [href = '', ...others] }: FakePage) => {
  expect(others).to.deep.equal([]);
  return href;
};

describe('sendLink', () => {
  describe('copies', () => {
    it('the link, and nothing else', async () => {
      const page = new FakePage();
      expect(await send(page, 'copy')).to.equal('copied');
      expect(page.copied).to.deep.equal([LINK]);
    });

    it('nothing where the browser does not let it, and says so', async () => {
      const page = new FakePage();
      page.clipboardRefuses = new DOMException('', 'NotAllowedError');
      expect(await send(page, 'copy')).to.equal('held');
    });

    it('nothing on an insecure page, which has no clipboard at all', async () => {
      const page = Object.assign(new FakePage(), { navigator: {} as Navigator });
      expect(await send(page, 'copy')).to.equal('held');
      expect(await send(page, 'share')).to.equal('held');
    });
  });

  describe('shares', () => {
    it('the link, and the words before it', async () => {
      const page = new FakePage();
      expect(await send(page, 'share')).to.equal('left');
      expect(page.shared).to.deep.equal([{ text: WORDS.text, url: LINK }]);
      expect(page.copied).to.deep.equal([]);
    });

    it('and takes a sheet that the customer closed for no failure', async () => {
      const page = new FakePage();
      page.sharingFails = new DOMException('', 'AbortError');
      expect(await send(page, 'share')).to.equal('left');
      expect(page.copied).to.deep.equal([]);
    });

    it('or copies when no sheet opened', async () => {
      for (const error of [new DOMException('', 'NotAllowedError'), new TypeError('no such thing')]) {
        const page = new FakePage();
        page.sharingFails = error;
        expect(await send(page, 'share'), error.name).to.equal('copied');
        expect(page.copied).to.deep.equal([LINK]);
      }
    });
  });

  describe('writes a text message', () => {
    it('by going there in the gesture itself', async () => {
      const page = new FakePage();
      const sent = send(page, 'sms');
      expect(page.wentTo).to.have.length(1);
      expect(await sent).to.equal('left');
    });

    it('with the body where Android and iOS each look for it', async () => {
      const page = new FakePage();
      await send(page, 'sms', { link: 'https://a.example/', words: { subject: '', text: 'Hi' } });
      expect(wentTo(page)).to.equal('sms:?&body=Hi%20https%3A%2F%2Fa.example%2F');
    });

    it('that brings words and link over unharmed, in any script', async () => {
      const page = new FakePage();
      await send(page, 'sms');
      const { searchParams, protocol, pathname } = new URL(wentTo(page));
      expect([protocol, pathname]).to.deep.equal(['sms:', '']);
      expect([...searchParams]).to.deep.equal([['body', `${WORDS.text} ${LINK}`]]);
    });
  });

  describe('writes an e-mail', () => {
    it('by going there in the gesture itself', async () => {
      const page = new FakePage();
      const sent = send(page, 'email');
      expect(page.wentTo).to.have.length(1);
      expect(await sent).to.equal('left');
    });

    it('with the subject, and the link on a line of its own', async () => {
      const page = new FakePage();
      await send(page, 'email');
      const { searchParams, protocol, pathname } = new URL(wentTo(page));
      expect([protocol, pathname]).to.deep.equal(['mailto:', '']);
      expect([...searchParams]).to.deep.equal([
        ['subject', WORDS.subject],
        ['body', `${WORDS.text}\r\n\r\n${LINK}`],
      ]);
    });

    it('with spaces as %20, since mail programs show a plus as a plus', async () => {
      const page = new FakePage();
      await send(page, 'email', { link: 'https://a.example/', words: { subject: 'a b', text: 'c d' } });
      expect(wentTo(page)).to.equal('mailto:?subject=a%20b&body=c%20d%0D%0A%0D%0Ahttps%3A%2F%2Fa.example%2F');
    });
  });
});
