import { expect } from '@open-wc/testing';

import { ERROR_CATALOGUE, type ErrorCode } from '../../src/errors/error-catalogue.js';
import { VkycError } from '../../src/errors/vkyc-error.js';

const codes = Object.keys(ERROR_CATALOGUE) as ErrorCode[];

describe('VkycError', () => {
  it('is an Error with a name of its own and a code', () => {
    const error = new VkycError('timeout');
    expect(error).to.be.instanceOf(Error);
    expect(error.name).to.equal('VkycError');
    expect(error.code).to.equal('timeout');
  });

  it('names its code, and where it is explained', () => {
    for (const code of codes) {
      const { message } = new VkycError(code);
      expect(message).to.match(new RegExp(`^${code}\\b`));
      expect(message).to.contain(`docs/errors.md#${code}`);
    }
  });

  it('names the HTTP status where there was one', () => {
    expect(new VkycError('server_error', { status: 503 }).message).to.contain('503');
  });

  it('takes from the catalogue who can mend it and whether to try again', () => {
    for (const code of codes) {
      const { actor, retryable } = new VkycError(code);
      expect({ actor, retryable }, code).to.deep.equal(ERROR_CATALOGUE[code]);
    }
  });

  it('holds the seconds to wait where the backend said so, and nothing where it did not', () => {
    expect(new VkycError('rate_limited', { retryAfter: 30 }).retryAfter).to.equal(30);
    expect(new VkycError('rate_limited').retryAfter).to.equal(undefined);
  });
});
