import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { fetchPage, type FetchOptions } from '../../../src/doctor/page/fetch-page.js';

/** Serves one page on loopback while it is fetched. */
async function fetchFrom(listener: RequestListener, options?: FetchOptions, path = '/upgrade?t=PLANTED') {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    return await fetchPage(new URL(path, origin), options);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const HTML = { 'Content-Type': 'text/html; charset=utf-8' };

async function htmlFrom(listener: RequestListener, options?: FetchOptions, path?: string): Promise<string> {
  const page = await fetchFrom(listener, options, path);
  assert.ok('html' in page, 'failure' in page ? page.failure : '');
  return page.html;
}

async function failureFrom(listener: RequestListener, options?: FetchOptions): Promise<string> {
  const page = await fetchFrom(listener, options);
  assert.ok('failure' in page);
  assert.ok(!JSON.stringify(page).includes('PLANTED'));
  return page.failure;
}

describe('fetchPage', () => {
  it('asks as a browser that navigates', async () => {
    let request: IncomingMessage | undefined;
    await htmlFrom((incoming, response) => {
      request = incoming;
      response.writeHead(200, HTML).end('<p>');
    });
    assert.match(request?.headers.accept ?? '', /^text\/html/);
    assert.match(request?.headers['user-agent'] ?? '', /^Mozilla/);
    assert.match(request?.headers['accept-encoding'] ?? '', /gzip/);
  });

  for (const [encoding, compress] of [
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ] as const)
    it(`decompresses ${encoding}`, async () => {
      const html = await htmlFrom((_, response) =>
        response.writeHead(200, { ...HTML, 'Content-Encoding': encoding }).end(compress('<p>Namaste ₹</p>')),
      );
      assert.equal(html, '<p>Namaste ₹</p>');
    });

  for (const [title, type, body, expected] of [
    ['the charset of the header', 'text/html; charset=iso-8859-1', Buffer.from('caf\xe9', 'latin1'), 'café'],
    ['a charset in quotes', 'text/html; charset="windows-1252"', Buffer.from('caf\xe9', 'latin1'), 'café'],
    ['a charset that does not exist', 'text/html; charset=PLANTED', Buffer.from('café'), 'café'],
    ['UTF-8 by default', 'text/html', Buffer.from('हिन्दी'), 'हिन्दी'],
    ['bytes that are not UTF-8', 'text/html; charset=utf-8', Buffer.from('caf\xe9', 'latin1'), 'caf\ufffd'],
    ['a byte order mark', 'text/html; charset=iso-8859-1', Buffer.from('\ufeffcafé'), 'café'],
    ['UTF-16', 'text/html', Buffer.from('\ufeffcafé', 'utf16le'), 'café'],
    [
      'the charset of a meta',
      'text/html',
      Buffer.from('<meta charset=latin1>caf\xe9', 'latin1'),
      '<meta charset=latin1>café',
    ],
    [
      'a meta that cannot be true',
      'text/html',
      Buffer.from('<meta charset="utf-16">café'),
      '<meta charset="utf-16">café',
    ],
    ['no type', '', Buffer.from('café'), 'café'],
    ['XHTML', 'application/xhtml+xml', Buffer.from('café'), 'café'],
  ] as const)
    it(`decodes ${title}`, async () => {
      const html = await htmlFrom((_, response) => {
        if (type !== '') response.setHeader('Content-Type', type);
        response.end(body);
      });
      assert.equal(html, expected);
    });

  it('follows redirects, tells their origins only, and keeps the cookies that they set', async () => {
    const page = await fetchFrom(
      (request, response) => {
        if (request.url?.startsWith('/upgrade'))
          response
            .writeHead(302, { Location: '/home?PLANTED', 'Set-Cookie': ['sid=1; Path=/', 'a=2'] })
            .end();
        else response.writeHead(200, HTML).end(`<p>${request.headers.cookie ?? ''}`);
      },
      { headers: { Cookie: 'a=1; b=2' } },
    );
    assert.ok('html' in page);
    assert.equal(page.html, '<p>a=2; b=2; sid=1');
    assert.deepEqual(page.redirects, [page.url.origin]);
    assert.equal(page.url.pathname, '/home');
  });

  it('does not send the cookie to another origin', async () => {
    let received: string | undefined = 'none';
    const other = createServer((request, response) => {
      received = request.headers.cookie;
      response.writeHead(200, HTML).end('<p>other');
    }).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const target = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
    const html = await htmlFrom((_, response) => response.writeHead(307, { Location: target }).end(), {
      headers: { Cookie: 'sid=PLANTED' },
    });
    other.closeAllConnections();
    other.close();
    assert.deepEqual([html, received], ['<p>other', undefined]);
  });

  for (const [title, listener, expected] of [
    ['a page that is missing', (_, response) => response.writeHead(404, HTML).end('<p>'), /status 404/],
    ['a page that fails', (_, response) => response.writeHead(500, HTML).end('PLANTED'), /status 500/],
    ['a page behind a sign-in', (_, response) => response.writeHead(401).end(), /status 401.+--cookie/],
    [
      'an answer that is not a page',
      (_, response) => response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}'),
      /not HTML/,
    ],
    [
      'a redirect to itself',
      (request, response) => response.writeHead(302, { Location: request.url }).end(),
      /redirects forever/,
    ],
    [
      'a redirect to an app',
      (_, response) => response.writeHead(302, { Location: 'wallet://PLANTED' }).end(),
      /other than a page/,
    ],
    ['a redirect without its address', (_, response) => response.writeHead(302).end(), /status 302/],
    [
      'a body that breaks off',
      (_, response) => {
        response.writeHead(200, { ...HTML, 'Content-Length': 99 }).write('<p>');
        response.destroy();
      },
      /does not answer|breaks off/,
    ],
    [
      'a compressed body that is not one',
      (_, response) => response.writeHead(200, { ...HTML, 'Content-Encoding': 'gzip' }).end('PLANTED'),
      /does not answer|breaks off/,
    ],
    [
      'a page of 11 MiB',
      (_, response) =>
        response
          .writeHead(200, { ...HTML, 'Content-Encoding': 'gzip' })
          .end(gzipSync(Buffer.alloc(11 * 1024 * 1024, 'a'))),
      /10 MiB/,
    ],
  ] as const satisfies readonly (readonly [string, RequestListener, RegExp])[])
    it(`says what is wrong with ${title}`, async () => {
      assert.match(await failureFrom(listener), expected);
    });

  it('says when nothing listens', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    const page = await fetchPage(new URL(`http://127.0.0.1:${port}/`));
    assert.match('failure' in page ? page.failure : '', /ECONNREFUSED/);
  });

  it('says when there is no answer in time', async () => {
    assert.match(await failureFrom(() => undefined, { timeoutMs: 50 }), /in time/);
  });
});
