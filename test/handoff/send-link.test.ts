import { expect } from '@open-wc/testing';

import { handoffWays, sendLink, type HandoffWay } from '../../src/handoff/send-link.js';
import { FakeHandoffEnv } from '../support/fake-handoff-env.js';

const LINK = 'https://a.example/call?ns=x&id=1%2F2#top';
const MESSAGE = { subject: 'Video KYC?', text: 'मेरा वीडियो KYC जारी रखें & 100%:' };

const send = (env: FakeHandoffEnv, way: HandoffWay, { link = LINK, message = MESSAGE } = {}) =>
  sendLink({ way, link, message, env });

/** The only URL navigated to. */
const navigationOf = ({ navigations: [href = '', ...others] }: FakeHandoffEnv) => {
  expect(others).to.deep.equal([]);
  return href;
};

describe('sendLink', () => {
  describe('copies', () => {
    it('the link, and nothing else', async () => {
      const env = new FakeHandoffEnv();
      expect(await send(env, 'copy')).to.equal('copied');
      expect(env.copied).to.deep.equal([LINK]);
    });

    it('nothing if the browser does not allow it, and returns `not-copied`', async () => {
      const env = new FakeHandoffEnv();
      env.clipboardError = new DOMException('', 'NotAllowedError');
      expect(await send(env, 'copy')).to.equal('not-copied');
    });

    it('nothing on an insecure env, which has no clipboard at all', async () => {
      const env = Object.assign(new FakeHandoffEnv(), { navigator: {} as Navigator });
      expect(await send(env, 'copy')).to.equal('not-copied');
      expect(await send(env, 'share')).to.equal('not-copied');
    });
  });

  describe('shares', () => {
    it('the text and the link', async () => {
      const env = new FakeHandoffEnv();
      expect(await send(env, 'share')).to.equal('shared');
      expect(env.shared).to.deep.equal([{ text: MESSAGE.text, url: LINK }]);
      expect(env.copied).to.deep.equal([]);
    });

    it('and does not treat a share sheet that the customer closed as a failure', async () => {
      const env = new FakeHandoffEnv();
      env.shareError = new DOMException('', 'AbortError');
      expect(await send(env, 'share')).to.equal('canceled');
      expect(env.copied).to.deep.equal([]);
    });

    it('or copies if no share sheet opens', async () => {
      for (const error of [new DOMException('', 'NotAllowedError'), new TypeError('no such thing')]) {
        const env = new FakeHandoffEnv();
        env.shareError = error;
        expect(await send(env, 'share'), error.name).to.equal('copied');
        expect(env.copied).to.deep.equal([LINK]);
      }
    });
  });

  describe('writes a text message', () => {
    it('by navigating in the user gesture itself', async () => {
      const env = new FakeHandoffEnv();
      const sent = send(env, 'sms');
      expect(env.navigations).to.have.length(1);
      expect(await sent).to.equal('opened');
    });

    it('with the body where both Android and iOS expect it', async () => {
      const env = new FakeHandoffEnv();
      await send(env, 'sms', { link: 'https://a.example/', message: { subject: '', text: 'Hi' } });
      expect(navigationOf(env)).to.equal('sms:?&body=Hi%20https%3A%2F%2Fa.example%2F');
    });

    it('that preserves text and link in any script', async () => {
      const env = new FakeHandoffEnv();
      await send(env, 'sms');
      const { searchParams, protocol, pathname } = new URL(navigationOf(env));
      expect([protocol, pathname]).to.deep.equal(['sms:', '']);
      expect([...searchParams]).to.deep.equal([['body', `${MESSAGE.text} ${LINK}`]]);
    });
  });

  describe('writes an e-mail', () => {
    it('by navigating in the user gesture itself', async () => {
      const env = new FakeHandoffEnv();
      const sent = send(env, 'email');
      expect(env.navigations).to.have.length(1);
      expect(await sent).to.equal('opened');
    });

    it('with the subject, and the link on its own line', async () => {
      const env = new FakeHandoffEnv();
      await send(env, 'email');
      const { searchParams, protocol, pathname } = new URL(navigationOf(env));
      expect([protocol, pathname]).to.deep.equal(['mailto:', '']);
      expect([...searchParams]).to.deep.equal([
        ['subject', MESSAGE.subject],
        ['body', `${MESSAGE.text}\r\n\r\n${LINK}`],
      ]);
    });

    it('with spaces as %20, since mail programs do not decode a plus', async () => {
      const env = new FakeHandoffEnv();
      await send(env, 'email', { link: 'https://a.example/', message: { subject: 'a b', text: 'c d' } });
      expect(navigationOf(env)).to.equal(
        'mailto:?subject=a%20b&body=c%20d%0D%0A%0D%0Ahttps%3A%2F%2Fa.example%2F',
      );
    });
  });
});

describe('handoffWays', () => {
  it('offers copy, SMS and e-mail in any browser', () => {
    expect(handoffWays(false, {})).to.deep.equal(['copy', 'sms', 'email']);
  });

  it('offers the share sheet if it accepts a link', () => {
    const canShare = (data?: ShareData) => URL.canParse(data?.url ?? '');
    expect(handoffWays(false, { canShare })).to.deep.equal(['copy', 'share', 'sms', 'email']);
    expect(handoffWays(false, { canShare: () => false })).to.deep.equal(['copy', 'sms', 'email']);
  });

  it('offers no messages inside another app, where they might replace the page', () => {
    expect(handoffWays(true, { canShare: () => true })).to.deep.equal(['copy', 'share']);
  });

  it('starts with copy in the browser that runs this test', () => {
    expect(handoffWays(false)[0]).to.equal('copy');
  });
});
