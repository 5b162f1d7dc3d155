import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import { VkycError } from '../../src/errors/vkyc-error.js';
import { nextActionUrl, resolveEndpoint } from '../../src/session/partner-urls.js';

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

  it('ignores <base>, which an injected tag could set', () => {
    const base = document.createElement('base');
    base.href = 'https://evil.example/';
    document.head.append(base);
    try {
      expect(resolveEndpoint('/vkyc', location.href)).to.equal(`${location.origin}/vkyc`);
    } finally {
      base.remove();
    }
  });

  it('accepts https: on any host, and http: only on an http: page', () => {
    expect(resolveEndpoint('https://api.example.com/s', PAGE)).to.equal('https://api.example.com/s');
    expect(resolveEndpoint('https://api.example.com/s', HTTP_PAGE)).to.equal('https://api.example.com/s');
    expect(resolveEndpoint('http://localhost:4000/s', HTTP_PAGE)).to.equal('http://localhost:4000/s');
    expect(refusal('http://localhost:4000/s')).to.be.instanceOf(VkycError);
  });

  it('trims white space and drops the fragment', () => {
    expect(resolveEndpoint('  /s#part\n', PAGE)).to.equal('https://wallet.example.com/s');
  });

  it('rejects other schemes, credentials and invalid URLs with invalid_endpoint', () => {
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

  it('returns an https: URL or throws a VkycError for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.string({ unit: 'binary' })), (endpoint) => {
        const outcome = refusal(endpoint);
        if (typeof outcome === 'string') expect(outcome.startsWith('https://')).to.equal(true);
        else expect(outcome).to.be.instanceOf(VkycError);
      }),
    );
  });
});

const nextAction = (url: string, page = PAGE) =>
  nextActionUrl({ kind: 'accept-terms', url }, page)?.href ?? null;

describe('nextActionUrl', () => {
  it('returns null for a customer without a pending action', () => {
    expect(nextActionUrl(null, PAGE)).to.equal(null);
  });

  it('accepts any https: page, and a path on the site of the partner', () => {
    expect(nextAction('https://terms.example.org/accept')).to.equal('https://terms.example.org/accept');
    expect(nextAction('/terms')).to.equal('https://wallet.example.com/terms');
    expect(nextAction('terms?id=1#now')).to.equal('https://wallet.example.com/kyc/terms?id=1#now');
  });

  it('accepts an http: page only on the own origin of the page, as in development', () => {
    expect(nextAction('/terms', 'http://localhost:3000/')).to.equal('http://localhost:3000/terms');
    expect(nextAction('http://localhost:4000/terms', 'http://localhost:3000/')).to.equal(null);
    expect(nextAction('http://wallet.example.com/terms')).to.equal(null);
  });

  it('rejects URLs that run code or are not web pages, on every page', () => {
    for (const page of [PAGE, 'http://localhost:3000/', 'file:///home/index.html', 'about:srcdoc'])
      for (const url of [
        'javascript:alert(1)',
        'data:text/html,x',
        'blob:null/1',
        'file:///etc/passwd',
        'https://',
      ])
        expect(nextAction(url, page), `${url} on ${page}`).to.equal(null);
  });
});
