import { expect } from '@open-wc/testing';

import { internalError } from '../../src/errors/internal-error.js';
import { recordConsole } from '../support/record-console.js';

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
    it(`names ${name} in the console, without its message`, async () => {
      const { errors } = await recordConsole(() => {
        expect(internalError(error)).to.include({
          code: 'internal_error',
          actor: 'partner',
          retryable: true,
        });
      });
      expect(errors).to.deep.equal([
        `<enkash-vkyc-button>: ${shown}, reported as internal_error: see docs/errors.md#internal_error`,
      ]);
    });
});
