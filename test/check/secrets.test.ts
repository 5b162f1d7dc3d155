import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { quoted, redacted, secretsOf } from '../../src/check/secrets.js';
import type { ProbeRun } from '../../src/check/probe-run.js';

const SESSION = 'a-session-of-32-random-characters';
const LINK = 'https://call.signzy.tech/PLANTED/eMain';

const run: ProbeRun = {
  endpoint: `https://shop.example/vkyc/session/${SESSION}`,
  headers: { Cookie: 'sid=PLANTED' },
  exchanges: [
    {
      purpose: 'click',
      what: 'POST',
      method: 'POST',
      answer: {
        status: 200,
        headers: new Headers(),
        text: '',
        isTooLarge: false,
        json: { payload: { enKashCardId: 'EKCPLANTED01', kycLink: LINK } },
      },
      failure: null,
      durationMs: 1,
    },
  ],
};

describe('the secrets of a probe run', () => {
  it('are card ids, links and the values of the given headers', () => {
    assert.deepEqual(secretsOf(run), ['EKCPLANTED01', LINK, 'sid=PLANTED']);
  });

  it('are redacted from a text, as is the session; words of the path are kept', () => {
    const text = `No session.serverTime: ${SESSION} ${LINK} EKCPLANTED01 sid=PLANTED`;
    const expected = 'No session.serverTime: [redacted] [redacted] [redacted] [redacted]';
    assert.equal(redacted(text, run), expected);
  });
});

describe('a quoted header', () => {
  it('is shown when its value consists of words', () => {
    assert.equal(quoted('Cache-Control', 'private, max-age=60'), 'Cache-Control: private, max-age=60');
    assert.equal(
      quoted('Content-Type', 'text/html; charset=utf-8'),
      'Content-Type: text/html; charset=utf-8',
    );
    assert.equal(quoted('Content-Type', null), 'No Content-Type');
  });

  it('is not shown when its value may contain a token or control characters', () => {
    for (const value of ['x'.repeat(25), 'a '.repeat(41), 'a\u001b[2J', 'a"b'])
      assert.equal(quoted('Cache-Control', value), 'Another Cache-Control');
  });
});
