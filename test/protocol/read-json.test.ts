import { expect } from '@open-wc/testing';

import { parseJson, readJson, type JsonSource } from '../../src/protocol/read-json.js';

const read = (body: BodyInit | null, limitBytes = 100) => readJson(new Response(body), limitBytes);

describe('readJson', () => {
  it('returns the value, without a byte order mark', async () => {
    expect(await read('{"a":1}')).to.deep.equal({ kind: 'json', value: { a: 1 } });
    expect(await read('\ufeffnull')).to.deep.equal({ kind: 'json', value: null });
  });

  it('reports an empty body, one that is not JSON in UTF-8, and one beyond the limit', async () => {
    for (const body of [null, '']) expect((await read(body)).kind).to.equal('empty');
    for (const body of ['{', '{}{}', new Uint8Array([0x22, 0xff, 0x22])])
      expect((await read(body)).kind, String(body)).to.equal('not-json');
    expect((await read('[1, 2]', 5)).kind).to.equal('too-large');
  });
});

describe('readJson of a source without bytes', () => {
  const text = (value: string): JsonSource => ({ text: () => Promise.resolve(value) });

  it('reads its text, without a byte order mark at the start', async () => {
    expect(await readJson(text('\ufeff{"a":"\ufeff"}'), 100)).to.deep.equal({
      kind: 'json',
      value: { a: '\ufeff' },
    });
  });

  it('reports a text that is empty, or not JSON', async () => {
    expect(await readJson(text(''), 100)).to.deep.equal({ kind: 'empty' });
    expect(await readJson(text('{'), 100)).to.deep.equal({ kind: 'not-json' });
    expect(await readJson(text('1\ufeff'), 100)).to.deep.equal({ kind: 'not-json' });
  });

  it('counts the bytes of the text: the limit itself is accepted', async () => {
    expect(await readJson(text('"é"'), 4)).to.deep.equal({ kind: 'json', value: 'é' });
    expect(await readJson(text('"é"'), 3)).to.deep.equal({ kind: 'too-large' });
  });

  it('reads the value of a mock that has only json()', async () => {
    expect(await readJson({ json: () => Promise.resolve({ a: 1 }) }, 100)).to.deep.equal({
      kind: 'json',
      value: { a: 1 },
    });
    expect(await readJson({ json: () => Promise.resolve([1, 2, 3]) }, 6)).to.deep.equal({
      kind: 'too-large',
    });
  });

  it('takes a mock without any value for an empty body', async () => {
    expect(await readJson({}, 100)).to.deep.equal({ kind: 'empty' });
    expect(await readJson({ json: () => Promise.resolve(undefined) }, 100)).to.deep.equal({ kind: 'empty' });
  });
});

describe('readJson of a source with bytes', () => {
  const bytes = new TextEncoder().encode('[1]');

  it('prefers its bytes to its text', async () => {
    const source = { arrayBuffer: () => Promise.resolve(bytes.buffer), text: () => Promise.resolve('[2]') };
    expect(await readJson(source, 100)).to.deep.equal({ kind: 'json', value: [1] });
  });

  it('reads a stream without arrayBuffer()', async () => {
    const source = { body: new Response('[3]').body, text: () => Promise.resolve('[2]') };
    expect(await readJson(source, 100)).to.deep.equal({ kind: 'json', value: [3] });
  });

  it('reads its text where the environment has no TextDecoder', async () => {
    const original = globalThis.TextDecoder;
    Reflect.deleteProperty(globalThis, 'TextDecoder');
    try {
      const source = { arrayBuffer: () => Promise.resolve(bytes.buffer), text: () => Promise.resolve('[2]') };
      expect(await readJson(source, 100)).to.deep.equal({ kind: 'json', value: [2] });
    } finally {
      globalThis.TextDecoder = original;
    }
  });
});

describe('parseJson', () => {
  it('returns undefined, not an error that quotes the body', () => {
    expect(parseJson('{')).to.equal(undefined);
    expect(parseJson(new Uint8Array([0xff]))).to.equal(undefined);
  });
});
