import { expect } from '@open-wc/testing';

import { getOwn, isObject, omit, ownFields } from '../../src/protocol/json-object.js';

describe('isObject', () => {
  it('accepts objects, and rejects null, arrays and primitives', () => {
    for (const value of [{}, { a: 1 }, Object.create(null)]) expect(isObject(value)).to.equal(true);
    for (const value of [null, undefined, [], 'text', 7, true])
      expect(isObject(value), JSON.stringify(value)).to.equal(false);
  });
});

describe('getOwn', () => {
  it('returns own members, and undefined for inherited ones', () => {
    expect(getOwn({ a: 1 }, 'a')).to.equal(1);
    expect(getOwn({}, 'toString')).to.equal(undefined);
  });
});

describe('omit', () => {
  it('copies an object without the named members and without __proto__', () => {
    const source = JSON.parse('{"a":1,"b":2,"__proto__":{"c":3}}') as Record<string, unknown>;
    expect(omit(source, 'b')).to.deep.equal({ a: 1 });
    expect(source['b']).to.equal(2);
  });
});

describe('ownFields', () => {
  it('returns own members and no inherited ones', () => {
    const fields = ownFields({ a: 1 });
    expect(fields.a).to.equal(1);
    for (const inherited of ['toString', '__proto__']) expect(inherited in fields).to.equal(false);
    expect(ownFields(Object.create({ a: 1 })).a).to.equal(undefined);
  });

  it('returns a __proto__ of the JSON as an ordinary member', () => {
    const fields = ownFields(JSON.parse('{"__proto__":{"a":1}}'));
    expect(fields.a).to.equal(undefined);
    expect(Object.keys(fields)).to.deep.equal(['__proto__']);
  });

  it('returns no members for anything else, even when Object.prototype is polluted', () => {
    Object.defineProperty(Object.prototype, 'a', { value: 1, configurable: true, enumerable: true });
    try {
      for (const none of [undefined, null, 'text', 7, true, [], [{ a: 1 }], {}])
        expect(ownFields(none).a, JSON.stringify(none)).to.equal(undefined);
    } finally {
      Reflect.deleteProperty(Object.prototype, 'a');
    }
  });
});
