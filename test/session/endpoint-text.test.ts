import { expect } from '@open-wc/testing';

import { endpointText } from '../../src/session/endpoint-text.js';
import { anyValues } from '../support/any-values.js';

describe('endpointText', () => {
  it('returns text as it is, and the text of a URL', () => {
    expect(endpointText(' /vkyc/session/x ')).to.equal(' /vkyc/session/x ');
    expect(endpointText(new URL('/a?b#c', 'https://shop.example'))).to.equal('https://shop.example/a?b#c');
  });

  it('returns null for any other value', () => {
    for (const [name, value] of Object.entries(anyValues())) expect(endpointText(value), name).to.equal(null);
    expect(endpointText({ [Symbol.toStringTag]: 'URL', toString: null })).to.equal(null);
  });
});
