import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, describe, it } from 'node:test';
import { checkBackend } from '../../src/check/check-backend.js';
import { runCli } from '../../src/cli/run-cli.js';
import { VkycError } from '../../src/errors/vkyc-error.js';
import { errorOfStatus } from '../../src/protocol/http-errors.js';
import { readSessionAnswer } from '../../src/protocol/session-answer.js';
import { nodeListener } from '../../src/server/index.js';
import { ClosedHours } from '../../src/session/http-failure.js';
import { createSessionClient } from '../../src/session/session-client.js';
import { exampleNames, exampleOf, responsesOf } from '../support/server/openapi-document.js';
import { createOpenapiMock } from '../support/server/openapi-mock.js';

/** What a document cannot express about a request, so that a backend needs more than docs/openapi.yaml. */
const BEYOND_THE_DOCUMENT: Readonly<Record<string, string>> = {
  'cross-site': 'Sec-Fetch-Site and Origin have to be compared with the host of the request.',
  'invalid-session': 'Only the backend that issued a session knows whether it did.',
  'large-body': 'A schema says nothing about the size of a body.',
};

/** The time of the examples. */
const EXAMPLE_TIME = Date.parse('2026-11-23T05:30:00Z');

const { signal } = new AbortController();

/** The codes of errors after which a request is sent in another way: `GET` in place of `POST`. */
const OTHER_WAY = new Set([404, 405]);

describe('a mock of docs/openapi.yaml', () => {
  const mock = createOpenapiMock();
  const server = createServer(nodeListener((request) => mock.handle(request)));
  let endpoint: string;
  before(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    endpoint = `${origin}/vkyc/session/a-session-of-32-random-characters`;
    // The page that the client resolves addresses against.
    Object.assign(globalThis, { window: { location: { href: origin }, origin } });
  });
  afterEach(() => {
    mock.preference = null;
  });
  after(() => {
    Reflect.deleteProperty(globalThis, 'window');
    server.closeAllConnections();
    server.close();
  });

  const client = () => createSessionClient(endpoint, 'same-origin');

  for (const [method, send] of [
    ['get', () => client().fetchStatus(signal)],
    ['post', () => client().mint(signal)],
  ] as const)
    describe(`${method.toUpperCase()} by the element's own client`, () => {
      for (const [status, pointer] of responsesOf(method))
        for (const example of exampleNames(pointer)) {
          const what = example === undefined ? `${status}` : `${status}, ${example}`;
          if (status < 400)
            it(`reads the answer ${what}`, async () => {
              mock.preference = { status, ...(example !== undefined && { example }) };
              assert.deepEqual((await send())?.answer, readSessionAnswer(exampleOf(pointer, example)));
            });
          else if (!OTHER_WAY.has(status))
            it(`ends with the error of ${what}`, async () => {
              mock.preference = { status, ...(example !== undefined && { example }) };
              const failure: unknown = await send().catch((error: unknown) => error);
              if (example === 'closed') assert.ok(failure instanceof ClosedHours);
              else {
                assert.ok(failure instanceof VkycError);
                const code = example === 'not-eligible' ? 'not_eligible' : errorOfStatus(status);
                assert.equal(failure.code, code);
              }
            });
        }
    });

  it('has every rule of the checker pass, except for what a document cannot express', async () => {
    const { findings } = await checkBackend(endpoint, { mint: true, now: () => EXAMPLE_TIME });
    const broken = findings.filter(({ verdict }) => verdict === 'fail' || verdict === 'critical');
    assert.deepEqual(broken.map(({ rule }) => rule).sort(), Object.keys(BEYOND_THE_DOCUMENT).sort());
    assert.deepEqual(
      findings.filter(({ verdict }) => verdict === 'skipped'),
      [],
    );
  });

  it('is distinguished from a real backend by the command', async () => {
    let out = '';
    const code = await runCli(['check', endpoint, '--mint'], {
      out: (text) => (out += text),
      err: () => 0,
      stopped: () => Promise.resolve(),
    });
    assert.equal(code, 1);
    for (const rule of Object.keys(BEYOND_THE_DOCUMENT)) assert.match(out, new RegExp(`\\n {2}${rule} `));
  });

  for (const [what, status, init, path] of [
    ['another path', 404, {}, '/elsewhere'],
    ['another method', 405, { method: 'PATCH' }],
    ['a session that is too short', 401, {}, '/vkyc/session/short'],
    ['a missing header', 403, { headers: {} }],
    ['plain text', 415, { method: 'POST', body: 'x', headers: { 'X-Enkash-Vkyc': '1' } }],
    ['a body that is not an object', 400, { method: 'POST', body: '[]' }],
    ['broken JSON', 400, { method: 'POST', body: '{"' }],
  ] as readonly (readonly [string, number, RequestInit, string?])[])
    it(`answers ${status} to ${what}`, async () => {
      const headers = { 'X-Enkash-Vkyc': '1', 'Content-Type': 'application/json' };
      const url = path === undefined ? endpoint : new URL(path, endpoint);
      assert.equal((await fetch(url, { headers, ...init })).status, status);
    });
});
