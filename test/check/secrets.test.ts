import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { quoted, redacted, secretsOf } from '../../src/check/secrets.js';
import type { ProbeRun } from '../../src/check/probe-run.js';

const SESSION = 'a-session-of-32-random-characters';
const LINK = 'https://call.signzy.tech/PLANTED/eMain';

const survey: ProbeRun = {
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

describe('the secrets of a survey', () => {
  it('are card ids, links, and the values of the headers that were given', () => {
    assert.deepEqual(secretsOf(survey), ['EKCPLANTED01', LINK, 'sid=PLANTED']);
  });

  it('are taken out of a text, and so is the session; words of the path stay', () => {
    const text = `No session.serverTime: ${SESSION} ${LINK} EKCPLANTED01 sid=PLANTED`;
    const left = 'No session.serverTime: [redacted] [redacted] [redacted] [redacted]';
    assert.equal(redacted(text, survey), left);
  });
});

describe('a quoted header', () => {
  it('is shown when it is made of words', () => {
    assert.equal(quoted('Cache-Control', 'private, max-age=60'), 'Cache-Control: private, max-age=60');
    assert.equal(
      quoted('Content-Type', 'text/html; charset=utf-8'),
      'Content-Type: text/html; charset=utf-8',
    );
    assert.equal(quoted('Content-Type', null), 'No Content-Type');
  });

  it('is not shown when something in it may be a token, or would disturb a terminal', () => {
    for (const value of ['x'.repeat(25), 'a '.repeat(41), 'a\u001b[2J', 'a"b'])
      assert.equal(quoted('Cache-Control', value), 'Another Cache-Control');
  });
});
