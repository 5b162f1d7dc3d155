import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tamper, isCountable, randomParts } from '../../src/check/tamper.js';

const TOKEN = 'AAAAAAAAAAAAAAAAAAAAAAAA';

describe('the made-up session', () => {
  it('differs in one character of the longest part, in the path or in the query', () => {
    for (const place of [`/vkyc/session/${TOKEN}`, `/vkyc/session?lang=english&s=${TOKEN}`]) {
      const forged = tamper(`https://shop.example${place}`);
      assert.equal(forged, `https://shop.example${place.replace(TOKEN, 'AAAAAAAAAAAABAAAAAAAAAAA')}`);
    }
  });

  it('leaves the host alone, whatever it holds', () => {
    assert.equal(tamper('https://sessions.example/sessions'), 'https://sessions.example/sessAons');
  });

  it('is none where every part is a short word', () => {
    assert.equal(tamper('https://shop.example/a/vkyc?x=1'), null);
  });
});

describe('an endpoint that can be counted up', () => {
  it('holds a number of two digits or more and nothing random', () => {
    for (const path of ['/customers/1041/vkyc', '/vkyc?c=10'])
      assert.equal(isCountable(`https://shop.example${path}`), true, path);
    for (const path of ['/v/2/vkyc', `/tenants/1041/${TOKEN}`, '/vkyc/session'])
      assert.equal(isCountable(`https://shop.example${path}`), false, path);
  });
});

describe('what must not be printed of an endpoint', () => {
  it('is the session, and no word of the path', () => {
    assert.deepEqual(randomParts(`https://shop.example/vkyc/session/${TOKEN}?lang=english`), [TOKEN]);
  });
});
