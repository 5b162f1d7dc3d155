import { expect } from '@open-wc/testing';

import { readLinkHosts } from '../../src/element/read-settings.js';
import { DEFAULT_LINK_HOSTS } from '../../src/link/check-link.js';

/** The console warnings during `read`. */
function warningsOf(read: () => void): readonly unknown[] {
  const { warn } = console;
  const warnings: unknown[] = [];
  console.warn = (message: unknown) => warnings.push(message);
  try {
    read();
  } finally {
    console.warn = warn;
  }
  return warnings;
}

describe('readLinkHosts', () => {
  it('warns once about each invalid host, with the value received and the format expected', () => {
    const warnings = warningsOf(() => {
      readLinkHosts('vkyc.example.com https://signzy.tech *.com');
      readLinkHosts('https://signzy.tech');
    });
    expect(warnings).to.have.length(2);
    expect(warnings[0])
      .to.include('allowed-link-hosts')
      .and.include('expected')
      .and.include('hosts such as *.example.com')
      .and.include('"https://signzy.tech"');
    expect(warnings[1]).to.include('"*.com"');
  });

  it('keeps valid hosts next to an invalid one, and falls back to the default hosts without any', () => {
    warningsOf(() => {
      expect(readLinkHosts('vkyc.example.com x:1')).to.deep.equal(['vkyc.example.com']);
      expect(readLinkHosts('x:2')).to.equal(DEFAULT_LINK_HOSTS);
    });
  });

  it('does not warn about a setting that is valid or not set', () => {
    const warnings = warningsOf(() =>
      [undefined, null, '', '*.signzy.tech localhost'].forEach(readLinkHosts),
    );
    expect(warnings).to.deep.equal([]);
  });

  it('shows at most 80 characters of the value', () => {
    expect(warningsOf(() => readLinkHosts('x'.repeat(9000)))[0])
      .to.have.property('length')
      .below(300);
  });
});
