import assert from 'node:assert/strict';
import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type RequestOptions,
  type Server,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { nodeListener } from '../../src/server/index.js';
import { backendFor, endpointOf } from '../support/server/backend-under-test.js';
import { enkashAnswer, json, startFakeEnkash, type FakeEnkash } from '../support/server/fake-enkash.js';

describe('the handler behind node:http', () => {
  const rejections: unknown[] = [];
  const noteRejection = (reason: unknown) => rejections.push(reason);
  let enkash: FakeEnkash;
  let server: Server;
  let backend: ReturnType<typeof backendFor>['backend'];
  let port: number;
  before(async () => {
    process.on('unhandledRejection', noteRejection);
    enkash = await startFakeEnkash(json(enkashAnswer()));
    backend = backendFor(enkash.url, { rateLimit: false }).backend;
    server = createServer(nodeListener(backend.handle));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  beforeEach(() => {
    enkash.serve = json(enkashAnswer());
    enkash.seen.length = 0;
  });
  after(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await enkash.stop();
    process.off('unhandledRejection', noteRejection);
    assert.deepEqual(rejections, []);
  });

  const ours = { 'X-Enkash-Vkyc': '1', 'Content-Type': 'application/json' };

  /** A request as no `fetch` would send it. */
  async function exchange(options: RequestOptions, body?: string): Promise<{ status: number; body: string }> {
    const response = await new Promise<IncomingMessage>((resolve, reject) =>
      httpRequest({ host: '127.0.0.1', port, agent: false, ...options }, resolve)
        .on('error', reject)
        .end(body),
    );
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk as Buffer);
    return { status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() };
  }

  it('answers POST and GET', async () => {
    const url = `http://127.0.0.1:${port}${await endpointOf(backend)}`;
    const click = await fetch(url, { method: 'POST', headers: ours, body: '{}' });
    assert.equal(click.status, 200);
    assert.match(await click.text(), /kycLink/);
    assert.equal((await fetch(url, { headers: ours })).status, 200);
  });

  it('answers HEAD and PUT with 405', async () => {
    const path = await endpointOf(backend);
    for (const method of ['HEAD', 'PUT'])
      assert.equal((await exchange({ method, path, headers: ours })).status, 405);
  });

  it('answers 413 to a body sent in chunks without a length', async () => {
    const headers = { ...ours, 'Transfer-Encoding': 'chunked' };
    const { status, body } = await exchange(
      { method: 'POST', path: await endpointOf(backend), headers },
      ' '.repeat(20_000),
    );
    assert.deepEqual([status, body], [413, '{"error":{"code":"too_large"}}']);
    assert.equal(enkash.seen.length, 0);
  });

  it('answers 400 to an invalid Content-Length, without a call to EnKash', async () => {
    const headers = { ...ours, 'Content-Length': '-1' };
    const { status } = await exchange({ method: 'POST', path: await endpointOf(backend), headers });
    assert.equal(status, 400);
    assert.equal(enkash.seen.length, 0);
  });

  it('answers the other clicks when the first customer disconnects', async () => {
    const called = new Promise<() => unknown>((resolve) => {
      enkash.serve = (request, response) => resolve(() => json(enkashAnswer())(request, response));
    });
    const customer = backendFor(enkash.url).backend;
    const path = await endpointOf(customer);
    const leaving = new AbortController();
    const url = `http://shop.example${path}`;
    const click = (signal?: AbortSignal) =>
      customer.handle(
        new Request(url, { method: 'POST', headers: ours, body: '{}', signal: signal ?? null }),
      );
    const first = click(leaving.signal);
    const answerNow = await called;
    const second = click();
    leaving.abort();
    answerNow();
    assert.equal((await second).status, 200);
    await first;
    assert.equal(enkash.seen.length, 1);
  });

  it('answers the next click after a customer has disconnected', async () => {
    const called = new Promise<() => unknown>((resolve) => {
      enkash.serve = (request, response) =>
        resolve(() => json(enkashAnswer({ enkashCardId: 'EKCLEAVES' }))(request, response));
    });
    const path = await endpointOf(backend, 'EKCLEAVES');
    const leaving = new AbortController();
    const click = fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers: ours,
      body: '{}',
      signal: leaving.signal,
    });
    const answerNow = await called;
    leaving.abort();
    await assert.rejects(click);
    answerNow();
    const again = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers: ours,
      body: '{}',
    });
    assert.equal(again.status, 200);
    assert.equal(enkash.seen.length, 1);
  });
});
