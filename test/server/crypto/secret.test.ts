import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { format, inspect } from 'node:util';
import { Secret } from '../../../src/server/crypto/secret.js';

describe('a secret', () => {
  const secret = new Secret('PLANTED');

  for (const [way, told] of Object.entries<() => string>({
    'in a template': () => `It is ${String(secret)}.`,
    'joined to a text': () => [secret, 'and more'].join(),
    'as JSON': () => JSON.stringify({ deep: [secret] }),
    'by console.log': () => format('%s %o %O %j', secret, secret, secret, secret),
    'by an inspection of all that is hidden': () => inspect({ secret }, { showHidden: true, depth: 9 }),
  }))
    it(`reads [redacted] ${way}`, () => {
      assert.match(told(), /\[redacted\]/);
      assert.doesNotMatch(told(), /PLANTED/);
    });

  it('is in no error that quotes it, and in no copy', () => {
    assert.ok(!new Error(`Could not send ${String(secret)}.`).message.includes('PLANTED'));
    assert.deepEqual(structuredClone(secret), {});
    assert.deepEqual(Object.entries(secret), []);
  });

  it('is told to the one who asks for it by name', () => {
    assert.equal(secret.reveal(), 'PLANTED');
  });
});
