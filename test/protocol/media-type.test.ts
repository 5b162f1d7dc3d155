import { expect } from '@open-wc/testing';

import { isJsonType } from '../../src/protocol/media-type.js';

const isJson = (type?: string) => isJsonType(new Headers(type === undefined ? {} : { 'Content-Type': type }));

describe('isJsonType', () => {
  it('accepts application/json in any case and with parameters', () => {
    for (const type of ['application/json', 'APPLICATION/JSON', 'application/json; charset=utf-8'])
      expect(isJson(type), type).to.equal(true);
  });

  it('accepts it with a space before the parameters', () => {
    expect(isJson('application/json ; charset=utf-8')).to.equal(true);
  });

  it('rejects every other type, and a missing one', () => {
    for (const type of [
      undefined,
      '',
      'text/plain',
      'application/jsonp',
      'text/json',
      'text/html; application/json',
    ])
      expect(isJson(type), type).to.equal(false);
  });
});
