import { expect } from '@open-wc/testing';

import { parseRetryAfter, RETRY_AFTER_HEADER } from '../../src/protocol/retry-after.js';

const NOW = Date.UTC(2026, 10, 23, 5);

it('the header is Retry-After, as in RFC 9110', () => {
  expect(RETRY_AFTER_HEADER).to.equal('Retry-After');
});

describe('parseRetryAfter', () => {
  for (const [value, seconds] of [
    ['1', 1],
    [' 30 ', 30],
    ['600', 600],
    ['601', 600],
    ['999999999', 600],
    [12.4, 13],
    [0.2, 1],
    [Infinity, 600],
    ['Mon, 23 Nov 2026 05:00:07 GMT', 7],
    ['Tue, 24 Nov 2026 05:00:00 GMT', 600],
  ] as const)
    it(`reads ${JSON.stringify(value)} as ${seconds} s`, () => {
      expect(parseRetryAfter(value, NOW)).to.equal(seconds);
    });

  it('returns undefined for a wait that is not positive', () => {
    for (const value of ['0', '-1', 0, -1, 'Mon, 23 Nov 2026 05:00:00 GMT', 'Wed, 21 Oct 2015 07:28:00 GMT'])
      expect(parseRetryAfter(value, NOW), String(value)).to.equal(undefined);
  });

  it('does not read a negative number as a year', () => {
    // Date.parse() reads them as years
    for (const value of ['-3000', '-1', '-99999'])
      expect(parseRetryAfter(value, Date.UTC(-100000, 0)), value).to.equal(undefined);
  });

  it('returns undefined for anything unreadable', () => {
    for (const value of [undefined, null, '', 'soon', '1e3', '1,5', '9999999999', NaN, {}, [5], true])
      expect(parseRetryAfter(value, NOW), JSON.stringify(value)).to.equal(undefined);
  });
});
