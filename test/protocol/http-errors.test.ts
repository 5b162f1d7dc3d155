import { expect } from '@open-wc/testing';
import { errorOfStatus } from '../../src/protocol/http-errors.js';

describe('errorOfStatus', () => {
  for (const [status, code] of [
    [401, 'session_expired'],
    [403, 'session_expired'],
    [410, 'session_expired'],
    [404, 'not_found'],
    [405, 'not_found'],
    [501, 'not_found'],
    [409, 'conflict'],
    [422, 'not_eligible'],
    [429, 'rate_limited'],
  ] as const)
    it(`takes ${status} for ${code}`, () => {
      expect(errorOfStatus(status)).to.equal(code);
    });

  it('takes every other status from 500 for an error of the server', () => {
    for (const status of [500, 502, 503, 504, 599]) expect(errorOfStatus(status)).to.equal('server_error');
  });

  it('takes every other status below 500 for an unforeseen answer', () => {
    for (const status of [201, 302, 400, 418, 499]) expect(errorOfStatus(status)).to.equal('http_error');
  });
});
