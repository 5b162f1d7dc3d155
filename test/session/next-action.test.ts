import { expect } from '@open-wc/testing';

import { detourOf } from '../../src/session/next-action.js';

const PAGE = 'https://wallet.example.com/kyc/';
const detour = (url: string, page = PAGE) => detourOf({ kind: 'accept-terms', url }, page)?.href ?? null;

describe('detourOf', () => {
  it('is nowhere for a customer who has nothing to do first', () => {
    expect(detourOf(null, PAGE)).to.equal(null);
  });

  it('leads to any https: page, and to a path of the partner', () => {
    expect(detour('https://terms.example.org/accept')).to.equal('https://terms.example.org/accept');
    expect(detour('/terms')).to.equal('https://wallet.example.com/terms');
    expect(detour('terms?id=1#now')).to.equal('https://wallet.example.com/kyc/terms?id=1#now');
  });

  it("leads to an http: page only on the partner's own host, as on a laptop", () => {
    expect(detour('/terms', 'http://localhost:3000/')).to.equal('http://localhost:3000/terms');
    expect(detour('http://localhost:4000/terms', 'http://localhost:3000/')).to.equal(null);
    expect(detour('http://wallet.example.com/terms')).to.equal(null);
  });

  it('leads nowhere that runs code or is no page, whatever page asks', () => {
    for (const page of [PAGE, 'http://localhost:3000/', 'file:///home/index.html', 'about:srcdoc'])
      for (const url of [
        'javascript:alert(1)',
        'data:text/html,x',
        'blob:null/1',
        'file:///etc/passwd',
        'https://',
      ])
        expect(detour(url, page), `${url} on ${page}`).to.equal(null);
  });
});
