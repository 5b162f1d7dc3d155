import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { SANDBOX_CREDENTIALS } from '../../src/sandbox/index.js';
import { request } from '../support/server/backend-under-test.js';
import {
  CARD_ID,
  enkashAnswer,
  json,
  startFakeEnkash,
  TOKEN,
  type FakeEnkash,
} from '../support/server/fake-enkash.js';
import { assertDescribed } from '../support/server/openapi-document.js';
import { testsWith } from '../support/tests-with.js';
import { startPythonBackend, type PythonBackend } from '../support/check/python-backend.js';

const { after, before, describe, it } = testsWith('python');

type Change = Parameters<typeof request>[2];

describe('docs/openapi.yaml describes examples/backends/python/backend.py', () => {
  let enkash: FakeEnkash;
  let backend: PythonBackend | undefined;
  before(async () => {
    const token = json({ access_token: TOKEN, expires_in: 300 });
    enkash = await startFakeEnkash((received, response) =>
      received.url.pathname === '/oauth/token'
        ? token(received, response)
        : json(enkashAnswer())(received, response),
    );
    backend = await startPythonBackend({
      enkashOrigin: enkash.url,
      tokenUrl: `${enkash.url}/oauth/token`,
      credentials: SANDBOX_CREDENTIALS,
      card: CARD_ID,
    });
  });
  after(async () => {
    await backend?.stop();
    await enkash.stop();
  });

  async function send(method: string, change: Change = {}, path?: string): Promise<Response> {
    assert.ok(backend);
    const endpoint = path === undefined ? await backend.openSession() : backend.origin + path;
    const { headers } = request('/', method, change);
    return fetch(endpoint, { method, headers, ...(method === 'POST' && { body: change.body ?? '{}' }) });
  }

  for (const [what, method, status, change, path] of [
    ['GET', 'GET', 200],
    ['POST', 'POST', 200],
    ['broken JSON', 'POST', 400, { body: '{"' }],
    ['deeply nested JSON', 'POST', 400, { body: '['.repeat(16_000) }],
    ['a session that was never issued', 'GET', 401, {}, `/vkyc/session/${'x'.repeat(32)}`],
    ['another site', 'GET', 403, { headers: { 'Sec-Fetch-Site': 'cross-site' } }],
    [
      'another site in an old browser',
      'POST',
      403,
      { headers: { 'Sec-Fetch-Site': null, Origin: 'https://attacker.example' } },
    ],
    ['a missing header', 'POST', 403, { headers: { 'X-Enkash-Vkyc': null } }],
    ['another path', 'GET', 404, {}, '/elsewhere'],
    ['another method', 'PUT', 405],
    ['a method it never heard of', 'MKCALENDAR', 405],
    ['a large body', 'POST', 413, { body: JSON.stringify({ x: 'x'.repeat(1_048_576) }) }],
    ['plain text', 'POST', 415, { headers: { 'Content-Type': 'text/plain' } }],
  ] as readonly (readonly [what: string, method: string, status: number, change?: Change, path?: string])[])
    it(`in its ${status} to ${what}`, async () => {
      const response = await send(method, change, path);
      assert.equal(response.status, status);
      await assertDescribed(method, response);
    });

  for (const [what, status, line, ...headers] of [
    ['a target that is not a URL', 404, 'GET http://[/vkyc/session/x HTTP/1.1'],
    ['a target on another host', 404, 'GET http://[::1/vkyc/session/x HTTP/1.1'],
    ['a target with a bracket', 404, 'GET //[x HTTP/1.1'],
    ['a length of 5,000 digits', 400, 'POST /vkyc/start HTTP/1.1', `Content-Length: ${'9'.repeat(5_000)}`],
    ['a length of zeros', 400, 'POST /vkyc/start HTTP/1.1', `Content-Length: ${'0'.repeat(5_000)}`],
    ['a negative length', 400, 'POST /vkyc/start HTTP/1.1', 'Content-Length: -1'],
    ['a length in other digits', 400, 'POST /vkyc/start HTTP/1.1', 'Content-Length: \u0663'],
  ] as const)
    it(`answers ${status} to ${what}`, async () => {
      assert.ok(backend);
      const socket = connect(Number(new URL(backend.origin).port), '127.0.0.1');
      socket.write([line, 'Host: shop.example', 'Connection: close', ...headers, '', ''].join('\r\n'));
      assert.match(await text(socket), new RegExp(`^HTTP/1\\.[01] ${status} `));
    });
});
