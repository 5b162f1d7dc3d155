import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { runCli } from '../../src/cli/run-cli.js';
import type { PageReport } from '../../src/doctor/page/examine-page.js';
import { readText, section, snippets } from '../support/markdown.js';
import { pageMarkup, TOKEN, type PageParts } from '../support/doctor/page.js';

/** Runs the command on a page that a server on loopback answers with. */
async function examine(listener: RequestListener, ...options: string[]) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let out = '';
  let err = '';
  const code = await runCli(['doctor', `${origin}/upgrade?t=PLANTED#PLANTED`, ...options], {
    out: (text) => (out += `${text}\n`),
    err: (text) => (err += text),
    stopped: () => Promise.resolve(),
  });
  server.closeAllConnections();
  server.close();
  for (const secret of [TOKEN, 'PLANTED']) assert.ok(!out.includes(secret), out);
  assert.equal(err, '');
  return { code, out };
}

const page =
  (parts: PageParts, headers: Readonly<Record<string, string | readonly string[]>> = {}): RequestListener =>
  (_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.end(pageMarkup(parts));
  };

/** The page whose report docs/doctor.md shows. */
const isolated = page(
  {},
  {
    'Content-Security-Policy': "default-src 'none'; script-src 'self'",
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cache-Control': 'public, max-age=600',
  },
);

describe('enkash-vkyc-button doctor', () => {
  it('exits with 0 for a page that follows the documentation', async () => {
    const { code, out } = await examine(page({}, { 'Cache-Control': 'no-store' }));
    assert.match(out, /\n16 pass, 0 skipped, 0 fail, 0 critical\.\n$/);
    assert.equal(code, 0);
  });

  it('exits with 0 when something could not be judged', async () => {
    const { code, out } = await examine(page({ script: '<script type="module" src="/main.js"></script>' }));
    assert.match(out, /\nSKIPPED\n {2}script-missing +[^\n]+\n/);
    assert.equal(code, 0);
  });

  it('exits with 1 for a page with faults, critical ones last, each with what to write', async () => {
    const { code, out } = await examine(isolated);
    assert.equal(code, 1);
    assert.match(
      out,
      /\nCRITICAL\n {2}endpoint-in-markup-cached +[^\n]+\n +fix {2}Cache-Control: no-store\n/,
    );
    assert.ok(out.indexOf('FAIL\n') < out.indexOf('CRITICAL\n'));
  });

  it('prints what docs/doctor.md shows', async () => {
    const [excerpt = ''] = snippets(section(readText('docs/doctor.md'), 'Examine a page'), 'text');
    assert.match(excerpt, /FAIL\n[\s\S]+fix {2}/);
    const { out } = await examine(isolated);
    assert.ok(out.includes(excerpt), out);
  });

  it('applies each of several policies', async () => {
    const policies = ["script-src 'self'", "connect-src 'none'"];
    const { out } = await examine(page({}, { 'Content-Security-Policy': policies }), '--json');
    const { findings } = JSON.parse(out) as PageReport;
    assert.equal(findings.find(({ id }) => id === 'csp-connect')?.verdict, 'fail');
    assert.equal(findings.find(({ id }) => id === 'csp-script')?.verdict, 'pass');
  });

  it('prints the same findings as JSON, all of them', async () => {
    const { code, out } = await examine(isolated, '--json');
    assert.equal(code, 1);
    const { findings, failure, redirects } = JSON.parse(out) as PageReport;
    assert.deepEqual([findings.length, failure, redirects], [16, null, []]);
    for (const { id, verdict, found, fix } of findings) {
      assert.ok(['pass', 'skipped', 'fail', 'critical'].includes(verdict));
      for (const text of [id, found, fix]) assert.equal(typeof text, 'string');
    }
  });

  it('sends the given cookie and headers, and only one GET', async () => {
    const received: (string | undefined)[] = [];
    const signedIn: RequestListener = (request, response) => {
      received.push(request.method, request.headers.cookie, request.headers['x-tenant'] as string);
      page({})(request, response);
    };
    const { code } = await examine(signedIn, '--cookie', 'sid=7', '--header', 'X-Tenant: one');
    assert.deepEqual([code, received], [0, ['GET', 'sid=7', 'one']]);
  });

  it('tells the origins of redirects', async () => {
    const { out } = await examine((request, response) => {
      if (request.url === '/') page({})(request, response);
      else response.writeHead(301, { Location: '/' }).end();
    });
    assert.match(out, /^Redirected to http:\/\/127\.0\.0\.1:\d+\.\n/);
  });

  for (const [title, listener, expected] of [
    [
      'is missing',
      (_, response) => response.writeHead(404).end(),
      /^The page answers with the status 404\.\n$/,
    ],
    [
      'is not HTML',
      (_, response) => response.writeHead(200, { 'Content-Type': 'image/png' }).end(),
      /not HTML/,
    ],
  ] as const satisfies readonly (readonly [string, RequestListener, RegExp])[])
    it(`exits with 1 and the reason when the page ${title}`, async () => {
      const { code, out } = await examine(listener);
      assert.equal(code, 1);
      assert.match(out, expected);
      const { findings, failure } = JSON.parse((await examine(listener, '--json')).out) as PageReport;
      assert.equal(findings.length, 16);
      assert.equal(typeof failure, 'string');
    });
});
