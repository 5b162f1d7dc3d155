import { expect } from '@open-wc/testing';
import fc from 'fast-check';

import { parseInstant, parseInstantAsIso } from '../../src/protocol/instant.js';

describe('parseInstant', () => {
  it('returns null for anything that is not an instant', () => {
    for (const value of [null, undefined, '', 'soon', NaN, Infinity, 8.64e15 + 1, true, {}, [0]])
      expect(parseInstant(value), JSON.stringify(value)).to.equal(null);
  });

  it('returns null outside the years 1000 to 9999, near the ends of time', () => {
    const ends = [
      8.64e15,
      8.64e15 - 1,
      -8.64e15,
      Date.UTC(10000, 0),
      Date.UTC(999, 11, 31),
      Number.MAX_SAFE_INTEGER,
    ];
    for (const value of [
      ...ends,
      '+275760-09-13T00:00:00Z',
      '-271821-04-20T00:00:00Z',
      '+010000-01-01T00:00:00Z',
    ])
      expect(parseInstant(value), String(value)).to.equal(null);
    expect(parseInstant('9999-12-31T00:00:00Z')).to.equal(Date.UTC(9999, 11, 31));
    expect(parseInstant('1000-01-01T00:00:00Z')).to.equal(Date.UTC(1000, 0));
  });

  it('reads text only if it names its zone, since each device would read it differently', () => {
    const five = Date.UTC(2026, 10, 23, 5);
    for (const text of [
      '2026-11-23T05:00:00Z',
      '2026-11-23T10:30:00+05:30',
      '2026-11-23T10:30:00+0530',
      'Mon, 23 Nov 2026 05:00:00 GMT',
    ])
      expect(parseInstant(text), text).to.equal(five);
    for (const text of ['2026-11-23T10:30:00', '2026-11-23', '2026-11-23 10:30', 'November 23, 2026'])
      expect(parseInstant(text), text).to.equal(null);
  });

  it('reads a zone only at the end of the text', () => {
    expect(parseInstant('Mon, 23 Nov 2026 05:00:00 GMT (night)')).to.equal(null);
    expect(parseInstant('Zone 2026-11-23T10:30:00')).to.equal(null);
  });

  it('does not read text in another value', () => {
    expect(parseInstant(['2026-11-23T05:00:00Z'])).to.equal(null);
  });

  it('returns only instants that a Date can hold', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.double(), fc.date({ noInvalidDate: true }).map(String)),
        (value) => {
          const instant = parseInstant(value);
          if (instant !== null) expect(new Date(instant).getTime()).not.to.be.NaN;
        },
      ),
    );
  });
});

describe('parseInstantAsIso', () => {
  it('returns the same instant as ISO 8601, and null for anything else', () => {
    expect(parseInstantAsIso('2026-11-23T10:30:00+05:30')).to.equal('2026-11-23T05:00:00.000Z');
    expect(parseInstantAsIso(0)).to.equal('1970-01-01T00:00:00.000Z');
    for (const value of [null, 'soon', NaN, 8.64e15 + 1])
      expect(parseInstantAsIso(value), String(value)).to.equal(null);
  });
});
