import { expect } from '@open-wc/testing';

import { readLinkHosts } from '../../src/element/read-settings.js';
import { DEFAULT_LINK_HOSTS } from '../../src/link/check-link.js';

/** What the developer is told while a setting is read. */
function warningsOf(read: () => void): readonly unknown[] {
  const { warn } = console;
  const said: unknown[] = [];
  console.warn = (sentence: unknown) => said.push(sentence);
  try {
    read();
  } finally {
    console.warn = warn;
  }
  return said;
}

describe('readLinkHosts', () => {
  it('warns once of each host that it cannot read, with what came, what was expected and how to mend it', () => {
    const said = warningsOf(() => {
      readLinkHosts('vkyc.example.com https://signzy.tech *.com');
      readLinkHosts('https://signzy.tech');
    });
    expect(said).to.have.length(2);
    expect(said[0])
      .to.include('allowed-link-hosts')
      .and.include('expected')
      .and.include('without scheme')
      .and.include('"https://signzy.tech"');
    expect(said[1]).to.include('"*.com"');
  });

  it('keeps the good hosts beside a wrong one, and the default ones where there is none', () => {
    warningsOf(() => {
      expect(readLinkHosts('vkyc.example.com x:1')).to.deep.equal(['vkyc.example.com']);
      expect(readLinkHosts('x:2')).to.equal(DEFAULT_LINK_HOSTS);
    });
  });

  it('says nothing of a setting that can be read, or is left out', () => {
    const said = warningsOf(() => [undefined, null, '', '*.signzy.tech localhost'].forEach(readLinkHosts));
    expect(said).to.deep.equal([]);
  });

  it('shows no more than 80 characters of what came', () => {
    expect(warningsOf(() => readLinkHosts('x'.repeat(9000)))[0])
      .to.have.property('length')
      .below(300);
  });
});
