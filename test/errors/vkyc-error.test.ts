import { expect } from '@open-wc/testing';

import { ERROR_CATALOGUE, type ErrorCode } from '../../src/errors/error-catalogue.js';
import { VkycError } from '../../src/errors/vkyc-error.js';

describe('VkycError', () => {
  it('is an Error with a name of its own, a code and a sentence', () => {
    const error = new VkycError('timeout', 'No answer.');
    expect(error).to.be.instanceOf(Error);
    expect(`${error}`).to.equal('VkycError: No answer.');
    expect(error.code).to.equal('timeout');
  });

  it('takes from the catalogue who can mend it and whether to try again', () => {
    for (const code of Object.keys(ERROR_CATALOGUE) as ErrorCode[]) {
      const { actor, retryable } = new VkycError(code, '');
      expect({ actor, retryable }, code).to.deep.equal(ERROR_CATALOGUE[code]);
    }
  });

  it('holds the seconds to wait where the backend said so, and nothing where it did not', () => {
    expect(new VkycError('rate_limited', '', { retryAfter: 30 }).retryAfter).to.equal(30);
    expect(new VkycError('rate_limited', '').retryAfter).to.equal(undefined);
  });
});
