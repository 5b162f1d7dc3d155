import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readText, root } from '../support/markdown.js';

/** Each fact of the session endpoint's protocol: code that only its home may contain, and an example of a second copy. */
const FACTS: readonly {
  readonly fact: string;
  readonly home: string;
  readonly code: RegExp;
  readonly copy: string;
}[] = [
  {
    fact: 'the request header',
    home: 'request-header.ts',
    code: /['"`][^'"`\s]*x-enkash-vkyc['"`]/i,
    copy: "headers.get('x-enkash-vkyc')",
  },
  {
    fact: 'the largest answer',
    home: 'limits.ts',
    code: /\b65_?536\b|\b64 \* 1_?024\b/,
    copy: 'const LIMIT = 65_536;',
  },
  {
    fact: 'the largest request',
    home: 'limits.ts',
    code: /\b16_?384\b|\b16 \* 1_?024\b/,
    copy: 'const LIMIT = 16 * 1024;',
  },
  {
    fact: 'the media type',
    home: 'media-type.ts',
    code: /['"`]application\/json['";`]/i,
    copy: "'Content-Type': 'application/json'",
  },
  {
    fact: 'the name of Retry-After',
    home: 'retry-after.ts',
    code: /['"`]retry-after['"`]/i,
    copy: "headers.get('retry-after')",
  },
  {
    fact: 'the names of this machine',
    home: 'loopback.ts',
    code: /['"`]localhost['"`],\s*['"`]127\.0\.0\.1['"`]|['"`]127\.0\.0\.1['"`],\s*['"`]localhost['"`]/,
    copy: "new Set(['localhost', '127.0.0.1'])",
  },
  {
    fact: 'the test for a JSON object',
    home: 'json-object.ts',
    code: /=== 'object' &&[^;]*!Array\.isArray\(/,
    copy: "typeof value === 'object' && value !== null && !Array.isArray(value)",
  },
  {
    fact: 'reading a body stream up to a limit',
    home: 'read-body.ts',
    code: /\.getReader\b[^]*\blimit|\blimit[^]*\.getReader\b/,
    copy: 'readUpTo(limit, body.getReader())',
  },
  {
    fact: 'decoding UTF-8',
    home: 'read-json.ts',
    code: /new TextDecoder\((?:['"`]utf-?8|\))/i,
    copy: "new TextDecoder('utf-8', { fatal: true })",
  },
  {
    fact: 'the status of an error code',
    home: 'http-errors.ts',
    code: /session_expired: 410|410: 'session_expired'/,
    copy: "410: 'session_expired'",
  },
];

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, code: readText(join('src', file)).replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '') }));

describe('src/protocol/', () => {
  for (const { fact, home, code, copy } of FACTS)
    it(`is the only place of ${fact}`, () => {
      assert.match(copy, code);
      const places = sources.filter((source) => code.test(source.code)).map(({ file }) => file);
      assert.deepEqual(places, [`protocol/${home}`]);
    });
});
