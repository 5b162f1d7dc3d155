import { expect } from '@open-wc/testing';

import { readHeader } from '../../src/protocol/read-header.js';

describe('readHeader', () => {
  const sources: Readonly<Record<string, unknown>> = {
    Headers: new Headers({ 'retry-after': '30' }),
    'a Map': new Map([['Retry-After', '30']]),
    'a Map in lower case': new Map([['retry-after', '30']]),
    'a plain object': { 'Retry-After': '30' },
    'a plain object in lower case': { 'retry-after': '30' },
  };
  for (const [name, headers] of Object.entries(sources))
    it(`reads a header of ${name}`, () => {
      expect(readHeader(headers, 'Retry-After')).to.equal('30');
      expect(readHeader(headers, 'Date')).to.equal(null);
    });

  it('returns null where there are no readable headers', () => {
    const fail = () => {
      throw new Error('not implemented');
    };
    for (const headers of [
      undefined,
      null,
      'text',
      5,
      [],
      { get: fail },
      new Proxy({}, { get: fail, ownKeys: fail }),
    ])
      expect(readHeader(headers, 'Date')).to.equal(null);
  });
});
