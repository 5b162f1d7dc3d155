import { expect } from '@open-wc/testing';

import { internalError } from '../../src/errors/internal-error.js';

const secret = 'https://wallet.example/vkyc/session/secret';
const hostile = new Proxy(new Error(secret), {
  get() {
    throw new Error(secret);
  },
});

describe('internalError', () => {
  const thrown: Readonly<Record<string, readonly [error: unknown, name: string]>> = {
    'a TypeError': [new TypeError(secret), 'TypeError'],
    'a DOMException': [new DOMException(secret, 'SecurityError'), 'SecurityError'],
    'an error with a name of its own': [
      Object.assign(new Error(secret), { name: 'CustomError' }),
      'CustomError',
    ],
    'an error whose name is a sentence': [Object.assign(new Error(secret), { name: secret }), 'object'],
    'an error that cannot be read': [hostile, 'object'],
    'a string': [secret, 'string'],
    'a symbol': [Symbol(secret), 'symbol'],
    nothing: [undefined, 'undefined'],
  };
  for (const [name, [error, shown]] of Object.entries(thrown))
    it(`names ${name}, without its message`, () => {
      const failure = internalError(error);
      expect(failure).to.include({ code: 'internal_error', actor: 'partner', retryable: true });
      expect(failure.message).to.equal(`internal_error (${shown}): see docs/errors.md#internal_error`);
      expect(JSON.stringify(failure)).not.to.include('secret');
    });
});
