import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect as connectHttp2, createServer as createHttp2Server } from 'node:http2';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, it, mock, type TestContext } from 'node:test';
import { nodeListener } from '../../../src/server/index.js';

/** A handler as JavaScript may write it. */
type AnyHandler = (request: Request) => unknown;

/** A server whose handler is under test, and the errors that it reports. */
async function serve(test: TestContext, handle: AnyHandler) {
  const reported: unknown[] = [];
  const handler = handle as (request: Request) => Promise<Response>;
  const listener = nodeListener(handler, { onError: (error) => reported.push(error) });
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  test.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { reported, server, port, origin: `http://127.0.0.1:${port}` };
}

const failingStream = (afterFirstChunk: boolean) =>
  new ReadableStream({
    pull: (controller) => {
      if (afterFirstChunk) controller.enqueue(new TextEncoder().encode('first'));
      controller.error(new Error('PLANTED'));
    },
  });

async function alreadyRead(): Promise<Response> {
  const response = new Response('read');
  await response.text();
  return response;
}

describe('nodeListener, whatever the handler does', () => {
  const failures: Readonly<Record<string, AnyHandler>> = {
    'throws at once': () => {
      throw new Error('PLANTED');
    },
    rejects: () => Promise.reject(new Error('PLANTED')),
    'returns undefined': () => undefined,
    'resolves to undefined': () => Promise.resolve(undefined),
    'resolves to null': () => Promise.resolve(null),
    'returns a string': () => 'PLANTED',
    'returns an object': () => ({ hello: 'PLANTED' }),
    'returns Response.error()': () => Response.error(),
    'returns a Response that was already read': alreadyRead,
    'returns a Response that another reader holds': () => {
      const response = new Response('locked');
      response.body?.getReader();
      return response;
    },
    'returns a stream that fails before its first bytes': () => new Response(failingStream(false)),
  };
  for (const [what, handle] of Object.entries(failures))
    it(`answers 500 without the reason, and reports it once, when the handler ${what}`, async (test) => {
      const { origin, reported } = await serve(test, handle);
      const response = await fetch(origin);
      const body = await response.text();
      assert.deepEqual([response.status, body], [500, '{"error":{"code":"internal_error"}}']);
      assert.equal(reported.length, 1);
    });

  it('breaks the connection, and reports it, when a stream fails after its first bytes', async (test) => {
    let fail: () => void = () => undefined;
    const late = new ReadableStream({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode('first'));
        fail = () => controller.error(new Error('late'));
      },
    });
    const { origin, reported } = await serve(test, () => new Response(late));
    const response = await fetch(origin);
    fail();
    await assert.rejects(response.text());
    assert.deepEqual(
      reported.map((error) => (error as Error).message),
      ['late'],
    );
  });

  it('sends a Response that is returned without a promise', async (test) => {
    const { origin, reported } = await serve(test, () => new Response('plain', { status: 201 }));
    const response = await fetch(origin);
    assert.deepEqual([response.status, await response.text(), reported], [201, 'plain', []]);
  });

  it('prints errors to the console by default, and answers although the log itself fails', async (test) => {
    const print = mock.method(console, 'error', () => undefined);
    test.after(() => print.mock.restore());
    const fail = () => {
      throw new Error('handler');
    };
    for (const settings of [{}, { onError: fail }]) {
      const server = createServer(nodeListener(fail, settings)).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      assert.equal((await fetch(`http://127.0.0.1:${port}`)).status, 500);
      server.closeAllConnections();
      server.close();
    }
    assert.equal(print.mock.callCount(), 1);
  });
});

describe('nodeListener passes an answer on whole:', () => {
  it('each of several cookies, beside one that the server has set before', async (test) => {
    const headers = new Headers();
    for (const cookie of ['a=1; Path=/', 'b=2, x', 'c=3']) headers.append('Set-Cookie', cookie);
    const listener = nodeListener(() => new Response('ok', { headers }));
    const server = createServer((request, response) => {
      response.setHeader('Set-Cookie', 'before=0');
      listener(request, response);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    test.after(() => server.close());
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}`, { headers: { Connection: 'close' } });
    assert.deepEqual(response.headers.getSetCookie(), ['before=0', 'a=1; Path=/', 'b=2, x', 'c=3']);
  });

  for (const [what, bytes] of Object.entries({
    'every byte': Uint8Array.from({ length: 256 }, (_, index) => index),
    'a byte order mark': Uint8Array.of(0xef, 0xbb, 0xbf, 0x61),
    'no bytes': new Uint8Array(),
    'a megabyte': new Uint8Array(1_048_576).fill(7),
  }))
    it(what, async (test) => {
      const { origin } = await serve(test, () => new Response(bytes));
      assert.deepEqual(new Uint8Array(await (await fetch(origin)).arrayBuffer()), bytes);
    });

  it('the statuses without a body, and the answer to HEAD without its body', async (test) => {
    const { origin } = await serve(test, (request) =>
      request.method === 'HEAD'
        ? new Response('body', { headers: { 'X-Length': '4' } })
        : new Response(null, { status: Number(new URL(request.url).pathname.slice(1)) }),
    );
    for (const status of [204, 205, 304]) assert.equal((await fetch(`${origin}/${status}`)).status, status);
    const head = await fetch(origin, { method: 'HEAD' });
    assert.deepEqual([head.status, head.headers.get('x-length'), await head.text()], [200, '4', '']);
  });

  it('the first bytes of a stream, while the rest is still to come', async (test) => {
    let finish: () => void = () => undefined;
    const stream = new ReadableStream({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode('data: one\n\n'));
        finish = () => {
          controller.enqueue(new TextEncoder().encode('data: two\n\n'));
          controller.close();
        };
      },
    });
    const headers = { 'Content-Type': 'text/event-stream' };
    const { origin } = await serve(test, () => new Response(stream, { headers }));
    const reader = (await fetch(origin)).body?.pipeThrough(new TextDecoderStream()).getReader();
    assert.equal((await reader?.read())?.value, 'data: one\n\n');
    finish();
    assert.equal((await reader?.read())?.value, 'data: two\n\n');
    assert.equal((await reader?.read())?.done, true);
  });

  it('the headers of a stream that has no bytes yet', async (test) => {
    const { origin } = await serve(test, () => new Response(new ReadableStream()));
    assert.equal((await fetch(origin)).status, 200);
  });

  it('a long request body, as far as the handler reads it', async (test) => {
    const { origin } = await serve(test, async (request) => new Response(await request.arrayBuffer()));
    const bytes = new Uint8Array(300_000).map((_, index) => index);
    const response = await fetch(origin, { method: 'PUT', body: bytes });
    assert.deepEqual(new Uint8Array(await response.arrayBuffer()), bytes);
  });

  it('that the client has disconnected, as an abort of request.signal and a cancelled stream', async (test) => {
    let socket = connect(0);
    socket.on('error', () => undefined);
    const aborted = new Promise<void>((resolve) => {
      serve(test, (request) => {
        request.signal.addEventListener('abort', () => resolve());
        socket.destroy();
        return new Promise(() => undefined);
      }).then(({ port }) => {
        socket = connect(port, '127.0.0.1');
        socket.write('GET / HTTP/1.1\r\nHost: shop.example\r\n\r\n');
      }, assert.ifError);
    });
    await aborted;
    let cancelled: () => void = () => undefined;
    const whenCancelled = new Promise<void>((resolve) => (cancelled = resolve));
    const endless = new ReadableStream({
      start: (controller) => controller.enqueue(Uint8Array.of(1)),
      cancel: () => cancelled(),
    });
    const { origin } = await serve(test, () => new Response(endless));
    const client = new AbortController();
    await fetch(origin, { signal: client.signal });
    client.abort();
    await whenCancelled;
  });

  it('no abort after the answer', async (test) => {
    let signal = AbortSignal.abort();
    const { origin } = await serve(test, (request) => {
      signal = request.signal;
      return new Response('ok');
    });
    await (await fetch(origin, { headers: { Connection: 'close' } })).text();
    assert.equal(signal.aborted, false);
  });

  it('that the server was closed, as the end of the connection, which a client would keep for long', async (test) => {
    const { server, port } = await serve(test, () => {
      server.close();
      return new Response('ok');
    });
    server.keepAliveTimeout = 3_600_000;
    const socket = connect(port, '127.0.0.1');
    const closed = once(server, 'close');
    socket.write('GET / HTTP/1.1\r\nHost: shop.example\r\nConnection: keep-alive\r\n\r\n');
    assert.match(await text(socket), /^Connection: close\r$/m);
    await closed;
  });

  it('over HTTP/2, without headers about the connection and without a warning', async (test) => {
    const warnings: Error[] = [];
    const note = (warning: Error) => warnings.push(warning);
    process.on('warning', note);
    test.after(() => process.off('warning', note));
    const headers = { Connection: 'close', 'Keep-Alive': 'timeout=5', 'X-Ours': 'yes' };
    const listener = nodeListener((request) => new Response(request.url, { status: 413, headers }));
    const server = createHttp2Server(listener).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const client = connectHttp2(`http://127.0.0.1:${port}`);
    const stream = client.request({ ':method': 'POST', ':path': '/a?b', 'content-length': '40000' });
    stream.write('x'.repeat(100));
    const [received] = (await once(stream, 'response')) as [Record<string, unknown>];
    assert.deepEqual(
      [received[':status'], received['x-ours'], received['connection'], received['keep-alive']],
      [413, 'yes', undefined, undefined],
    );
    assert.equal(await text(stream), `http://127.0.0.1:${port}/a?b`);
    client.destroy();
    server.close();
    await new Promise(setImmediate);
    assert.deepEqual(warnings, []);
  });
});
