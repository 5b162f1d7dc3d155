import { expect } from '@open-wc/testing';

import { VkycError } from '../../src/errors/vkyc-error.js';
import { ClosedHours } from '../../src/session/http-failure.js';
import { recordConsole } from '../support/record-console.js';
import { toVkycError } from '../../src/session/to-vkyc-error.js';

describe('toVkycError', () => {
  it('returns a VkycError unchanged', () => {
    const failure = new VkycError('timeout');
    expect(toVkycError(failure)).to.equal(failure);
  });

  it('returns null when EnKash is only closed', () => {
    expect(toVkycError(new ClosedHours(null))).to.equal(null);
  });

  it('returns internal_error for anything unforeseen, with the name of the error in the console only', async () => {
    for (const error of [
      new TypeError('https://secret.example/'),
      'secret',
      undefined,
      null,
      new Error('secret'),
    ]) {
      let failure: unknown;
      const { errors } = await recordConsole(() => {
        failure = toVkycError(error);
      });
      expect(failure).to.have.property('code', 'internal_error');
      expect(errors).to.have.length(1);
      expect(errors[0])
        .to.include(error instanceof Error ? error.name : typeof error)
        .and.not.include('secret');
    }
  });

  it('takes an abort for a lost connection, without a word in the console', async () => {
    const { errors } = await recordConsole(() => {
      const failure = toVkycError(new DOMException('', 'AbortError'));
      expect(failure).to.have.property('code', 'network');
    });
    expect(errors).to.deep.equal([]);
  });
});
