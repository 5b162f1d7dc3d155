import { expect } from '@open-wc/testing';

import { pageUrl } from '../../src/session/page-url.js';

const urlOf = (href: string, origin: string) => pageUrl({ location: { href } as Location, origin });

describe('pageUrl', () => {
  it('is the address of a page that has one', () => {
    for (const href of [
      'https://shop.example/a/b?c#d',
      'http://localhost:8000/x',
      'capacitor://localhost/a/b',
    ])
      expect(urlOf(href, new URL(href).origin)).to.equal(href);
  });

  for (const href of ['about:srcdoc', 'about:blank', 'blob:https://shop.example/0f0e'])
    it(`is the origin in ${href}, which has no address`, () => {
      expect(urlOf(href, 'https://shop.example')).to.equal('https://shop.example');
    });

  it('is the address where the origin is opaque', () => {
    for (const href of ['about:srcdoc', 'data:text/html,x', 'file:///a.html'])
      expect(urlOf(href, 'null')).to.equal(href);
  });
});
