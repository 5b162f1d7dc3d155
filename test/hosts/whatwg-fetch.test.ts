import { expect } from '@open-wc/testing';
import { fetch as polyfill } from 'whatwg-fetch';
import { mountReady, network, part, settled } from '../support/element-page.js';
import { fakeWindows } from '../support/fake-windows.js';
import { endpoint } from '../support/scenarios.js';

describe('a page with the whatwg-fetch polyfill', () => {
  const net = network();
  const windows = fakeWindows();
  const fetch = window.fetch.bind(window);
  beforeEach(() => Object.assign(window, { fetch: polyfill }));
  afterEach(() => Object.assign(window, { fetch }));

  it('gets the status, opens the call, and sends no request twice', async () => {
    net.answers(...endpoint());
    const { element } = await mountReady();
    part(element, 'button').click();
    await settled(element, 'open');
    expect(windows.opened).to.have.length(1);
  });
});
