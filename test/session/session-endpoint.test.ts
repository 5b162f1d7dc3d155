import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import { VkycError } from '../../src/errors/vkyc-error.js';
import { resolveEndpoint } from '../../src/session/session-endpoint.js';

const PAGE = 'https://wallet.example.com/kyc/index.html?from=mail#top';
const HTTP_PAGE = 'http://localhost:3000/kyc/';

const refusal = (endpoint: string, page = PAGE): unknown => {
  try {
    return resolveEndpoint(endpoint, page);
  } catch (error) {
    return error;
  }
};

describe('resolveEndpoint', () => {
  it('resolves a path against the page', () => {
    expect(resolveEndpoint('/vkyc/session/t', PAGE)).to.equal('https://wallet.example.com/vkyc/session/t');
    expect(resolveEndpoint('session/t', PAGE)).to.equal('https://wallet.example.com/kyc/session/t');
    expect(resolveEndpoint('?session=t', PAGE)).to.equal(
      'https://wallet.example.com/kyc/index.html?session=t',
    );
  });

  it('ignores a <base>, which an injected tag could bend', () => {
    const base = document.createElement('base');
    base.href = 'https://evil.example/';
    document.head.append(base);
    try {
      expect(resolveEndpoint('/vkyc', location.href)).to.equal(`${location.origin}/vkyc`);
    } finally {
      base.remove();
    }
  });

  it('takes an https: URL on any host, and http: only on an http: page', () => {
    expect(resolveEndpoint('https://api.example.com/s', PAGE)).to.equal('https://api.example.com/s');
    expect(resolveEndpoint('https://api.example.com/s', HTTP_PAGE)).to.equal('https://api.example.com/s');
    expect(resolveEndpoint('http://localhost:4000/s', HTTP_PAGE)).to.equal('http://localhost:4000/s');
    expect(refusal('http://localhost:4000/s')).to.be.instanceOf(VkycError);
  });

  it('trims blanks around it and drops a fragment, which no server sees', () => {
    expect(resolveEndpoint('  /s#part\n', PAGE)).to.equal('https://wallet.example.com/s');
  });

  it('refuses what a browser should not fetch, with user name or password, or no URL at all', () => {
    for (const endpoint of [
      'javascript:alert(1)',
      'data:application/json,{}',
      'blob:https://wallet.example.com/6811e8e0',
      'file:///etc/passwd',
      'ftp://wallet.example.com/',
      'wss://wallet.example.com/',
      'about:blank',
      'https://user@wallet.example.com/',
      'https://user:word@wallet.example.com/',
      'https://:word@wallet.example.com/',
      'https://',
      'https://[::1',
      'http://wallet.example.com/',
    ]) {
      const error = refusal(endpoint);
      expect(error, endpoint).to.be.instanceOf(VkycError);
      expect(error, endpoint).to.have.property('code', 'invalid_endpoint');
    }
  });

  it('keeps the token of the endpoint out of its error', () => {
    for (const endpoint of ['https://sEcReT:x@a/', 'https://[sEcReT', 'http://a/sEcReT']) {
      const error = refusal(endpoint);
      expect(`${error instanceof Error ? error.stack : ''} ${JSON.stringify(error)}`).not.to.contain(
        'sEcReT',
      );
    }
  });

  it('gives https: or throws VkycError, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.string({ unit: 'binary' })), (endpoint) => {
        const outcome = refusal(endpoint);
        if (typeof outcome === 'string') expect(outcome.startsWith('https://')).to.equal(true);
        else expect(outcome).to.be.instanceOf(VkycError);
      }),
    );
  });
});
