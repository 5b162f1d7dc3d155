import { expect } from '@open-wc/testing';

import { copyLink } from '../../src/handoff/copy-link.js';
import { FakePage } from './fake-page.js';

describe('copyLink', () => {
  it('puts the link into the clipboard, and nothing else', async () => {
    const page = new FakePage();
    expect(await copyLink('https://a.example/1', page.navigator)).to.equal(true);
    expect(page.copied).to.deep.equal(['https://a.example/1']);
  });

  it('says so when the browser does not let it', async () => {
    const page = new FakePage();
    page.clipboardRefuses = new DOMException('', 'NotAllowedError');
    expect(await copyLink('https://a.example/1', page.navigator)).to.equal(false);
  });

  it('says so on an insecure page, which has no clipboard at all', async () => {
    expect(await copyLink('https://a.example/1', {} as Navigator)).to.equal(false);
  });
});
