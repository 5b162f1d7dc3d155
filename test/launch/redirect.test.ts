import { expect } from '@open-wc/testing';

import { openRedirect } from '../../src/launch/redirect.js';

describe('openRedirect', () => {
  it('navigates this tab with an entry in its history, so that Back returns to the page', () => {
    const urls: string[] = [];
    const win = { location: { assign: (url: string) => urls.push(url) } } as unknown as Window;
    const target = openRedirect(win);
    expect(urls).to.deep.equal([]);
    expect(target.go(new URL('https://go.signzy.tech/eMain'))).to.equal(true);
    expect(urls).to.deep.equal(['https://go.signzy.tech/eMain']);
  });
});
