import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { format, inspect } from 'node:util';
import { Secret } from '../../../src/server/crypto/secret.js';

describe('Secret', () => {
  const secret = new Secret('PLANTED');

  for (const [way, shown] of Object.entries<() => string>({
    'in a template': () => `It is ${String(secret)}.`,
    'joined to a string': () => [secret, 'and more'].join(),
    'as JSON': () => JSON.stringify({ deep: [secret] }),
    'by console.log': () => format('%s %o %O %j', secret, secret, secret, secret),
    'by util.inspect() with hidden members': () => inspect({ secret }, { showHidden: true, depth: 9 }),
  }))
    it(`reads [redacted] ${way}`, () => {
      assert.match(shown(), /\[redacted\]/);
      assert.doesNotMatch(shown(), /PLANTED/);
    });

  it('is not in an error that quotes it, and not in a clone', () => {
    assert.ok(!new Error(`Could not send ${String(secret)}.`).message.includes('PLANTED'));
    assert.deepEqual(structuredClone(secret), {});
    assert.deepEqual(Object.entries(secret), []);
  });

  it('is returned by reveal()', () => {
    assert.equal(secret.reveal(), 'PLANTED');
  });
});
