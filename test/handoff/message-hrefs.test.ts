import { expect } from '@open-wc/testing';

import { emailHref, smsHref } from '../../src/handoff/message-hrefs.js';

const LINK = 'https://a.example/call?ns=x&id=1%2F2#top';

describe('smsHref', () => {
  it('has the body where Android and iOS each look for it', () => {
    expect(smsHref('Hi', 'https://a.example/')).to.equal('sms:?&body=Hi%20https%3A%2F%2Fa.example%2F');
  });

  it('brings words and link over unharmed, in any script', () => {
    const text = 'मेरा वीडियो KYC जारी रखें & 100%:';
    const { searchParams, protocol, pathname } = new URL(smsHref(text, LINK));
    expect([protocol, pathname]).to.deep.equal(['sms:', '']);
    expect([...searchParams]).to.deep.equal([['body', `${text} ${LINK}`]]);
  });
});

describe('emailHref', () => {
  it('has the subject, and the link on a line of its own', () => {
    const { searchParams, protocol, pathname } = new URL(emailHref('Video KYC?', 'Go on & on:', LINK));
    expect([protocol, pathname]).to.deep.equal(['mailto:', '']);
    expect([...searchParams]).to.deep.equal([
      ['subject', 'Video KYC?'],
      ['body', `Go on & on:\r\n\r\n${LINK}`],
    ]);
  });

  it('writes spaces as %20, since mail programs show a plus as a plus', () => {
    expect(emailHref('a b', 'c d', 'https://a.example/')).to.equal(
      'mailto:?subject=a%20b&body=c%20d%0D%0A%0D%0Ahttps%3A%2F%2Fa.example%2F',
    );
  });
});
