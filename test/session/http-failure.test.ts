import { expect } from '@open-wc/testing';

import { ClosedHours, httpFailure } from '../../src/session/http-failure.js';

const failureFor = (status: number, refusal = {}, headers: Record<string, string> = {}) => {
  const failure = httpFailure(new Response(null, { status, headers }), refusal);
  if (failure instanceof ClosedHours) throw new Error('expected a failure, received closed hours');
  return failure;
};

describe('httpFailure', () => {
  const byStatus = {
    204: 'http_error',
    400: 'http_error',
    401: 'session_expired',
    403: 'session_expired',
    404: 'not_found',
    405: 'not_found',
    409: 'conflict',
    410: 'session_expired',
    418: 'http_error',
    422: 'not_eligible',
    429: 'rate_limited',
    500: 'server_error',
    501: 'not_found',
    502: 'server_error',
    503: 'server_error',
    504: 'server_error',
  };
  for (const [status, code] of Object.entries(byStatus))
    it(`is ${code} for ${status}`, () => {
      expect(failureFor(Number(status)).code).to.equal(code);
    });

  it('names the status in the message', () => {
    for (const status of [403, 404, 502]) expect(failureFor(status).message).to.contain(String(status));
  });

  it('is not_eligible where the backend says so, for any status', () => {
    for (const status of [200, 409, 500])
      expect(failureFor(status, { code: 'not_eligible' }).code).to.equal('not_eligible');
  });

  it('ignores every other code of the backend', () => {
    for (const code of ['verified', 'invalid_link', 'toString', 7, null, {}])
      expect(failureFor(409, { code }).code, JSON.stringify(code)).to.equal('conflict');
  });

  it('depends on the status alone without a readable error', () => {
    for (const refusal of [undefined, null, 'closed_hours', ['closed_hours'], 7])
      expect(httpFailure(new Response(null, { status: 409 }), refusal)).to.have.property('code', 'conflict');
  });

  describe('when EnKash is closed', () => {
    const closed = (opensAt: unknown) =>
      httpFailure(new Response(null, { status: 409 }), { code: 'closed_hours', opensAt });

    it('is ClosedHours with the time of the next opening in ISO 8601', () => {
      const opensAt = '2026-11-24T04:30:00.000Z';
      for (const said of [opensAt, '2026-11-24T10:00:00+05:30', Date.parse(opensAt)]) {
        expect(closed(said)).to.be.instanceOf(ClosedHours);
        expect(closed(said), String(said)).to.have.property('opensAt', opensAt);
      }
    });

    it('has no time when the backend gave no readable one', () => {
      for (const opensAt of [undefined, null, 'tomorrow', {}, Infinity])
        expect(closed(opensAt)).to.have.property('opensAt', null);
    });
  });

  describe('the time to wait', () => {
    const byHeader = (value: string) => failureFor(429, {}, { 'Retry-After': value }).retryAfter;
    const byBody = (retryAfter: unknown) =>
      failureFor(503, { retryAfter }, { 'Retry-After': '7' }).retryAfter;

    it('is read from Retry-After in seconds, 600 at most', () => {
      expect(byHeader('5')).to.equal(5);
      expect(byHeader(' 30 ')).to.equal(30);
      expect(byHeader('999999')).to.equal(600);
    });

    it('is read from Retry-After as a date', () => {
      const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toUTCString();
      expect(byHeader(inSeconds(60))).to.be.within(55, 60);
      expect(byHeader(inSeconds(86_400))).to.equal(600);
      expect(byHeader('Wed, 21 Oct 2015 07:28:00 GMT')).to.equal(undefined);
    });

    it("is counted from the backend's own Date, since the clock of a device may be wrong", () => {
      const headers = {
        'Retry-After': 'Mon, 23 Nov 2026 05:01:30 GMT',
        Date: 'Mon, 23 Nov 2026 05:00:00 GMT',
      };
      expect(failureFor(503, {}, headers).retryAfter).to.equal(90);
    });

    it('is undefined for an unreadable or non-positive value', () => {
      for (const value of ['0', '-1', 'abc', '', '1e3', '1,5'])
        expect(byHeader(value), value).to.equal(undefined);
      expect(failureFor(429).retryAfter).to.equal(undefined);
    });

    it('is read from the body before the header, and rounded up to whole seconds', () => {
      expect(byBody(30)).to.equal(30);
      expect(byBody('45')).to.equal(45);
      expect(byBody(0.2)).to.equal(1);
      expect(byBody(12.4)).to.equal(13);
      expect(byBody(Infinity)).to.equal(600);
    });

    it('is read from the header where the body has no usable value', () => {
      for (const retryAfter of [undefined, null, 0, -1, NaN, 'soon', {}, [5], true])
        expect(byBody(retryAfter), JSON.stringify(retryAfter)).to.equal(7);
    });
  });
});
