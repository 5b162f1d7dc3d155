import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { guessableFault } from '../../src/check/session-token.js';
import { isFixed, randomParts, tamper, tamperHeaders } from '../../src/check/tamper.js';

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

describe('isFixed', () => {
  it('is true for a URL of words and version numbers', () => {
    for (const path of ['/vkyc/session', '/api/v1/vkyc', '/kyc?lang=en'])
      assert.equal(isFixed(`https://shop.example${path}`), true, path);
    for (const path of [`/vkyc/${TOKEN}`, '/vkyc/x7Kp2m', '/customers/1041'])
      assert.equal(isFixed(`https://shop.example${path}`), false, path);
  });
});

describe('tamperHeaders', () => {
  it('changes one character of the longest value', () => {
    assert.deepEqual(tamperHeaders({ Cookie: `lang=en; sid=${TOKEN}` }), {
      Cookie: 'lang=en; sid=AAAAAAAAAAAABAAAAAAAAAAA',
    });
    assert.equal(tamperHeaders({ 'X-A': 'short' }), null);
  });
});

describe('guessableFault', () => {
  const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const CARD = 'EKCPLANTED01';
  const faultOf = (part: string) => guessableFault(`https://shop.example/vkyc/session/${part}`, [CARD]);

  for (const [what, part] of Object.entries({
    'a number': '1041',
    'a long number': '17323456789012345678',
    'a number after a word': 'user-00042',
    'a number in base64': Buffer.from('100000042').toString('base64url'),
    'a number in hexadecimal digits': Buffer.from('1000042').toString('hex'),
    'a UUID of the time': 'c232ab00-9414-11ec-b3c8-9f6bdeced846',
    'the MD5 of the card id': createHash('md5').update(CARD).digest('hex'),
    'the SHA-256 of the card id': createHash('sha256').update(CARD).digest('hex'),
    'readable JSON': base64({ customer: 'abc', exp: 1 }),
    'a JWT without a signature': `${base64({ alg: 'none' })}.${base64({ sub: 'abc' })}.`,
  }))
    it(`finds ${what}`, () => {
      assert.notEqual(faultOf(part), null);
    });

  for (const [what, part] of Object.entries({
    'random characters': 'q7Zp0vXw3kJmT8sLr2NdYb',
    'a random UUID': '3f2b8f0e-6f0c-4c39-9f0e-2b7d6a1c9e55',
    'a signed JWT': `${base64({ alg: 'HS256' })}.${base64({ sub: 'abc' })}.c2lnbmF0dXJlLXRoYXQtaXMtbG9uZw`,
    'an encrypted session': `${base64({ alg: 'dir', enc: 'A256GCM' })}..Zm9vYmFyYmF6cXV4.8J-YgPCfmIDwn5iA.8J-YgPCfmIA`,
    'a number before random characters': '1041/q7Zp0vXw3kJmT8sLr2NdYb',
  }))
    it(`accepts ${what}`, () => {
      assert.equal(faultOf(part), null);
    });
});

describe('randomParts', () => {
  it('returns the session, and not the words of the path', () => {
    assert.deepEqual(randomParts(`https://shop.example/vkyc/session/${TOKEN}?lang=english`), [TOKEN]);
  });
});
