import { expect } from '@open-wc/testing';

import { ERROR_CATALOGUE, type ErrorCode } from '../../src/errors/error-catalogue.js';
import { VkycError } from '../../src/errors/vkyc-error.js';

const codes = Object.keys(ERROR_CATALOGUE) as ErrorCode[];

describe('VkycError', () => {
  it('is an Error with its own name and a code', () => {
    const error = new VkycError('timeout');
    expect(error).to.be.instanceOf(Error);
    expect(error.name).to.equal('VkycError');
    expect(error.code).to.equal('timeout');
  });

  it('contains its code and a reference to its documentation in the message', () => {
    for (const code of codes) {
      const { message } = new VkycError(code);
      expect(message).to.match(new RegExp(`^${code}\\b`));
      expect(message).to.contain(`docs/errors.md#${code}`);
    }
  });

  it('contains the HTTP status, if there is one, in the message', () => {
    expect(new VkycError('server_error', { status: 503 }).message).to.contain('503');
  });

  it('takes actor and retryable from the catalogue', () => {
    for (const code of codes) {
      const { actor, retryable } = new VkycError(code);
      expect({ actor, retryable }, code).to.deep.equal(ERROR_CATALOGUE[code]);
    }
  });

  it('has the seconds to wait only if the backend specified them', () => {
    expect(new VkycError('rate_limited', { retryAfter: 30 }).retryAfter).to.equal(30);
    expect(new VkycError('rate_limited').retryAfter).to.equal(undefined);
  });
});
