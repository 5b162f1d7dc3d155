import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isCountable, randomParts, tamper } from '../../src/check/tamper.js';

const TOKEN = 'AAAAAAAAAAAAAAAAAAAAAAAA';

describe('tamper', () => {
  it('changes one character of the longest part of path or query', () => {
    for (const place of [`/vkyc/session/${TOKEN}`, `/vkyc/session?lang=english&s=${TOKEN}`]) {
      const tampered = tamper(`https://shop.example${place}`);
      assert.equal(tampered, `https://shop.example${place.replace(TOKEN, 'AAAAAAAAAAAABAAAAAAAAAAA')}`);
    }
  });

  it('does not change the host', () => {
    assert.equal(tamper('https://sessions.example/sessions'), 'https://sessions.example/sessAons');
  });

  it('returns null when every part is a short word', () => {
    assert.equal(tamper('https://shop.example/a/vkyc?x=1'), null);
  });
});

describe('isCountable', () => {
  it('is true for a number of two digits or more without a random part', () => {
    for (const path of ['/customers/1041/vkyc', '/vkyc?c=10'])
      assert.equal(isCountable(`https://shop.example${path}`), true, path);
    for (const path of ['/v/2/vkyc', `/tenants/1041/${TOKEN}`, '/vkyc/session'])
      assert.equal(isCountable(`https://shop.example${path}`), false, path);
  });
});

describe('randomParts', () => {
  it('returns the session, and not the words of the path', () => {
    assert.deepEqual(randomParts(`https://shop.example/vkyc/session/${TOKEN}?lang=english`), [TOKEN]);
  });
});
