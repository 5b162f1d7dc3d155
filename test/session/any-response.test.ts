import { expect } from '@open-wc/testing';

import { VkycError } from '../../src/errors/vkyc-error.js';
import { ANSWER_LIMIT_BYTES } from '../../src/protocol/limits.js';
import { createSessionClient } from '../../src/session/session-client.js';

const REPLY = { kycStatus: 'MIN_KYC_VERIFIED', kycSubStatus: null };
const text = JSON.stringify(REPLY);
const bytes = new TextEncoder().encode(text);
const date = 'Mon, 23 Nov 2026 05:30:00 GMT';

/** What request mocks, polyfills and instrumented pages return for a reply of 200. */
const RESPONSES: Readonly<Record<string, unknown>> = {
  'only json()': { json: () => Promise.resolve(REPLY) },
  'json() and ok': { ok: true, json: () => Promise.resolve(REPLY) },
  'json() and a status': { status: 200, json: () => Promise.resolve(REPLY) },
  'text() and a Map of headers': {
    ok: true,
    text: () => Promise.resolve(text),
    headers: new Map([['date', date]]),
  },
  'text() and plain headers': { ok: true, text: () => Promise.resolve(text), headers: { Date: date } },
  'text() and headers that throw': {
    ok: true,
    text: () => Promise.resolve(text),
    headers: {
      get() {
        throw new Error('not implemented');
      },
    },
  },
  'arrayBuffer() and no stream': { ok: true, arrayBuffer: () => Promise.resolve(bytes.buffer) },
  'a stream without getReader()': { ok: true, body: { pipe() {} }, text: () => Promise.resolve(text) },
  'a body that is null': { ok: true, body: null, text: () => Promise.resolve(text) },
};

describe('a response that is not the browser’s own', () => {
  const fetch = window.fetch.bind(window);
  afterEach(() => Object.assign(window, { fetch }));
  const respondWith = (response: unknown) =>
    Object.assign(window, { fetch: () => Promise.resolve(response) });
  const request = () =>
    createSessionClient('/vkyc/session/x', 'same-origin').fetchStatus(new AbortController().signal);
  const codeOf = (error: unknown) => (error instanceof VkycError ? error.code : String(error));
  const failure = () => request().then(() => 'no error', codeOf);

  for (const [name, response] of Object.entries(RESPONSES))
    it(`with ${name} is read`, async () => {
      respondWith(response);
      expect((await request())?.answer.status.kycStatus?.name).to.equal('MIN_KYC_VERIFIED');
    });

  it('is read where there is no TextDecoder, as in some test environments', async () => {
    const { TextDecoder } = window;
    Object.assign(window, { TextDecoder: undefined });
    try {
      respondWith(new Response(`\ufeff${text}`));
      expect((await request())?.answer.status.kycStatus?.name).to.equal('MIN_KYC_VERIFIED');
    } finally {
      Object.assign(window, { TextDecoder });
    }
  });

  it('is too_large beyond 64 KiB, counted in bytes', async () => {
    const padded = JSON.stringify({ ...REPLY, note: '₹'.repeat(ANSWER_LIMIT_BYTES / 3) });
    for (const response of [
      { text: () => Promise.resolve(padded) },
      { json: () => Promise.resolve(JSON.parse(padded) as unknown) },
    ]) {
      respondWith(response);
      expect(await failure()).to.equal('too_large');
    }
  });

  it('gives the failure of its status, also without a body or headers', async () => {
    respondWith({ ok: false, status: 429, headers: { 'retry-after': '30' } });
    expect(await failure()).to.equal('rate_limited');
    respondWith({ ok: false, status: 500 });
    expect(await failure()).to.equal('server_error');
    respondWith({ ok: false });
    expect(await failure()).to.equal('http_error');
  });

  it('is not_json without any content', async () => {
    for (const response of [
      { ok: true },
      { json: () => Promise.resolve() },
      { text: () => Promise.resolve('<html>') },
    ]) {
      respondWith(response);
      expect(await failure()).to.equal('not_json');
    }
  });

  it('is network when fetch throws instead of returning a promise', async () => {
    Object.assign(window, {
      fetch() {
        throw new TypeError('blocked');
      },
    });
    expect(await failure()).to.equal('network');
  });
});
