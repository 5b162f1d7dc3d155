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

  it('returns internal_error for anything unforeseen', () => {
    for (const error of [new TypeError('x'), 'text', undefined, null, new Error('x'), Symbol('x')])
      expect(toVkycError(error)).to.have.property('code', 'internal_error');
  });

  it('returns network for an abort', () => {
    expect(toVkycError(new DOMException('', 'AbortError'))).to.have.property('code', 'network');
  });
});
