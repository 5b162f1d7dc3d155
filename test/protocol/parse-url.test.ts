import { expect } from '@open-wc/testing';
import { parseUrl } from '../../src/protocol/parse-url.js';

describe('parseUrl', () => {
  it('returns the URL, resolved against the base', () => {
    expect(parseUrl('https://a.example/b')?.href).to.equal('https://a.example/b');
    expect(parseUrl('../c', 'https://a.example/b/d')?.href).to.equal('https://a.example/c');
  });

  it('returns null for what is not a URL', () => {
    for (const text of ['', '/path', 'https://', 'https://[1'])
      expect(parseUrl(text) === null, text).to.equal(true);
    expect(parseUrl('/path', 'about:srcdoc') === null).to.equal(true);
  });
});
