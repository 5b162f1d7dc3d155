import { expect } from '@open-wc/testing';

import { shareLink } from '../../src/handoff/share-link.js';
import { FakePage } from './fake-page.js';

const share = (page: FakePage) => shareLink('Continue:', 'https://a.example/1', page.navigator);

describe('shareLink', () => {
  it('hands the link and the words before it to the share sheet', async () => {
    const page = new FakePage();
    expect(await share(page)).to.equal(true);
    expect(page.shared).to.deep.equal([{ text: 'Continue:', url: 'https://a.example/1' }]);
  });

  it('takes a sheet that the customer closed for no failure', async () => {
    const page = new FakePage();
    page.sharingFails = new DOMException('', 'AbortError');
    expect(await share(page)).to.equal(true);
  });

  it('says so when no sheet opened', async () => {
    const page = new FakePage();
    for (const error of [new DOMException('', 'NotAllowedError'), new TypeError('no such thing')]) {
      page.sharingFails = error;
      expect(await share(page), error.name).to.equal(false);
    }
    expect(await shareLink('', 'https://a.example/1', {} as Navigator)).to.equal(false);
  });
});
