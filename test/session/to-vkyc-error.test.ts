import { expect } from '@open-wc/testing';

import { VkycError } from '../../src/errors/vkyc-error.js';
import { ClosedHours } from '../../src/session/http-failure.js';
import { toVkycError } from '../../src/session/to-vkyc-error.js';

describe('toVkycError', () => {
  it('returns a VkycError unchanged', () => {
    const failure = new VkycError('timeout');
    expect(toVkycError(failure)).to.equal(failure);
  });

  it('returns null when EnKash is only closed', () => {
    expect(toVkycError(new ClosedHours(null))).to.equal(null);
  });

  it('returns network for anything unforeseen', () => {
    for (const error of [new TypeError('x'), 'text', undefined, null])
      expect(toVkycError(error)).to.have.property('code', 'network');
  });
});
