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
  const rejections: unknown[] = [];
  const noteRejection = (reason: unknown) => rejections.push(reason);
  before(async () => {
    process.on('unhandledRejection', noteRejection);
    server = createServer(nodeListener((request) => handle(request))).listen(0, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  });
  beforeEach(() => {
    handle = () => Promise.resolve(new Response('ok'));
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

  for (const method of ['TRACE', 'HEAD', 'PROPFIND'])
    it(`passes on ${method} as a method that handlers refuse`, async () => {
      handle = (request) =>
        Promise.resolve(new Response(null, { status: request.method === 'GET' ? 200 : 405 }));
      assert.match(
        await exchange(`${method} / HTTP/1.1`, 'Host: shop.example', ...close),
        /^HTTP\/1\.1 405 /,
      );
    });

  for (const host of ['a b', '[::', 'user:PLANTED@shop.example:x', ''])
    it(`passes on a request whose host is ${JSON.stringify(host)}`, async () => {
      assert.match(await exchange('GET /path HTTP/1.1', `Host: ${host}`, ...close), /^HTTP\/1\.1 200 /);
    });

  it('answers 400 to a malformed path, without quoting it', async () => {
    const answer = await exchange('GET //PLANTED:PLANTED HTTP/1.1', 'Host: shop.example', ...close);
    assert.match(answer, /^HTTP\/1\.1 400 [\s\S]*"bad_request"/);
    assert.doesNotMatch(answer, /PLANTED/);
  });

  it('answers 500 without the message when the handler rejects', async () => {
    handle = () => Promise.reject(new Error('PLANTED'));
    const answer = await exchange('GET / HTTP/1.1', 'Host: shop.example', ...close);
    assert.match(answer, /^HTTP\/1\.1 500 [\s\S]*"internal_error"/);
    assert.doesNotMatch(answer, /PLANTED/);
  });

  it('stops reading a body beyond 16 KiB, and closes the connection', async () => {
    let size = 0;
    handle = async (request) => {
      size = (await request.arrayBuffer()).byteLength;
      return new Response(null, { status: 413 });
    };
    const answer = await exchange(
      'POST / HTTP/1.1',
      'Host: shop.example',
      'Content-Length: 1000000000',
      '',
      'x'.repeat(20_000),
    );
    assert.match(answer, /^HTTP\/1\.1 413 [\s\S]*connection: close/i);
    assert.ok(size > 16_384 && size <= 20_000);
  });

  it('breaks the connection for Response.error()', async () => {
    handle = () => Promise.resolve(Response.error());
    assert.equal(await exchange('GET / HTTP/1.1', 'Host: shop.example', ...close), '');
  });

  it('aborts request.signal when the client disconnects, and not after the answer', async () => {
    const socket = connect(port, '127.0.0.1');
    const aborted = new Promise((resolve) => {
      handle = (request) => {
        request.signal.addEventListener('abort', resolve);
        socket.destroy();
        return new Promise(() => undefined);
      };
    });
    socket.write('GET / HTTP/1.1\r\nHost: shop.example\r\n\r\n');
    await aborted;

    let signal = AbortSignal.abort();
    handle = (request) => {
      signal = request.signal;
      return Promise.resolve(new Response('ok'));
    };
    await exchange('GET / HTTP/1.1', 'Host: shop.example', ...close);
    assert.equal(signal.aborted, false);
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
