import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { text } from 'node:stream/consumers';
import { nodeListener } from '../../../src/server/index.js';

describe('nodeListener', () => {
  let server: Server;
  let port: number;
  let handle: (request: Request) => Promise<Response>;
  let reported: unknown[];
  const rejections: unknown[] = [];
  const noteRejection = (reason: unknown) => rejections.push(reason);
  before(async () => {
    process.on('unhandledRejection', noteRejection);
    server = createServer(
      nodeListener((request) => handle(request), { onError: (error) => reported.push(error) }),
    ).listen(0, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  });
  beforeEach(() => {
    handle = () => Promise.resolve(new Response('ok'));
    reported = [];
  });
  after(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    process.off('unhandledRejection', noteRejection);
    assert.deepEqual(rejections, []);
  });

  /** Sends raw lines and returns the whole answer. */
  async function exchange(...lines: string[]): Promise<string> {
    const socket = connect(port, '127.0.0.1');
    socket.write(lines.join('\r\n'));
    return text(socket);
  }

  const close = ['Connection: close', '', ''];

  it('passes on the method, the path, the headers and the body', async () => {
    handle = async (request) =>
      Response.json([request.method, request.url, request.headers.get('x-two'), await request.text()]);
    const answer = await exchange(
      'POST /a/b?c=d HTTP/1.1',
      'Host: shop.example:8080',
      'X-Two: 1',
      'x-two: 2',
      'Content-Length: 5',
      'Connection: close',
      '',
      'hello',
    );
    assert.match(answer, /\["POST","http:\/\/shop\.example:8080\/a\/b\?c=d","1, 2","hello"\]/);
  });

  it('sends the status, the headers and the body, with its length', async () => {
    handle = () => Promise.resolve(new Response('né', { status: 418, headers: { 'X-Ours': 'yes' } }));
    const answer = await exchange('GET / HTTP/1.1', 'Host: shop.example', ...close);
    assert.match(answer, /^HTTP\/1\.1 418 [\s\S]*x-ours: yes\r\n[\s\S]*content-length: 3\r\n/i);
  });

  for (const method of ['TRACE', 'PROPFIND', 'MERGE', 'PURGE'])
    it(`refuses ${method}, which some runtimes would turn into GET`, async () => {
      assert.match(
        await exchange(`${method} / HTTP/1.1`, 'Host: shop.example', ...close),
        /^HTTP\/1\.1 405 [\s\S]*"method_not_allowed"/,
      );
    });

  for (const host of ['a b', '[::', 'user:PLANTED@shop.example:x', ''])
    it(`passes on a request whose host is ${JSON.stringify(host)}`, async () => {
      assert.match(await exchange('GET /path HTTP/1.1', `Host: ${host}`, ...close), /^HTTP\/1\.1 200 /);
    });

  for (const target of [
    '//PLANTED:PLANTED',
    '//PLANTED.example/vkyc/session/x',
    '/\\PLANTED.example/vkyc/session/x',
    '/\t/PLANTED.example/vkyc/session/x',
    '/a\\..\\PLANTED',
    'http://PLANTED.example/vkyc/session/x',
    'HTTPS://PLANTED.example/',
    '*',
  ])
    it(`answers 400 to the target ${JSON.stringify(target)}, without quoting it`, async () => {
      const answer = await exchange(`GET ${target} HTTP/1.1`, 'Host: shop.example', ...close);
      assert.match(answer, /^HTTP\/1\.1 400 /);
      assert.doesNotMatch(answer, /PLANTED/);
    });

  for (const host of [
    'evil.example/path?',
    'evil.example#',
    'a@evil.example',
    'evil.example\\x',
    'evil.example:port',
  ])
    it(`does not take a host from the Host header ${JSON.stringify(host)}`, async () => {
      handle = (request) => Promise.resolve(new Response(request.url));
      const answer = await exchange('GET /path HTTP/1.1', `Host: ${host}`, ...close);
      assert.match(answer, /http:\/\/localhost\/path$/);
    });

  it('does not take a host from another header of a request without one', async () => {
    handle = (request) => Promise.resolve(new Response(request.url));
    const answer = await exchange('GET /path HTTP/1.0', 'User-Agent: x', '', '');
    assert.match(answer, /http:\/\/localhost\/path$/);
  });

  it('does not read the rest of a body that the handler refuses, and closes the connection', async () => {
    handle = () => Promise.resolve(new Response(null, { status: 413 }));
    const answer = await exchange(
      'POST / HTTP/1.1',
      'Host: shop.example',
      'Content-Length: 1000000000',
      '',
      'x'.repeat(20_000),
    );
    assert.match(answer, /^HTTP\/1\.1 413 [\s\S]*connection: close/i);
  });

  it('reads a body that was consumed before as empty', async () => {
    handle = async (request) => Response.json(await request.text());
    const parsed = createServer((request, response) => {
      request.resume().once('end', () => nodeListener(handle)(request, response));
    }).listen(0, '127.0.0.1');
    await once(parsed, 'listening');
    const { port: other } = parsed.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${other}`, { method: 'POST', body: '{}' });
    assert.equal(await response.text(), '""');
    parsed.closeAllConnections();
    parsed.close();
  });
});
