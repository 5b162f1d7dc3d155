import { expect } from '@open-wc/testing';

import { readJson } from '../../src/protocol/read-json.js';

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
