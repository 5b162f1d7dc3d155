import { expect } from '@open-wc/testing';

import { isLoopbackHost } from '../../src/protocol/loopback.js';

describe('isLoopbackHost', () => {
  it('accepts the names of this machine as a URL writes them', () => {
    for (const url of ['http://localhost:3000', 'http://127.0.0.1', 'http://[::1]:80/', 'http://LOCALHOST'])
      expect(isLoopbackHost(new URL(url).hostname), url).to.equal(true);
  });

  it('rejects names that only resemble them', () => {
    for (const host of ['localhost.example', '127.0.0.1.nip.io', 'example.com', '::1', ''])
      expect(isLoopbackHost(host), host).to.equal(false);
  });
});
