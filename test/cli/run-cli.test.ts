import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runCli } from '../../src/cli/run-cli.js';
import { readText, section, snippets } from '../support/markdown.js';
import { CARD, LINK, SESSION, startPartner, type Fault } from '../support/check/partner.js';

/** Runs the command with these arguments after its name. */
async function run(...args: string[]) {
  let out = '';
  let err = '';
  const code = await runCli(args, {
    out: (text) => (out += `${text}\n`),
    err: (text) => (err += text),
    stopped: () => Promise.resolve(),
  });
  return { code, out, err };
}

/** Checks a backend with one fault. The output must not contain any of its secrets. */
async function check(fault: Fault | undefined, ...options: string[]) {
  const partner = await startPartner(Date.now, fault);
  try {
    const result = await run('check', partner.endpoint, ...options);
    for (const secret of [SESSION, LINK, CARD, 'PLANTED']) assert.ok(!result.out.includes(secret));
    assert.equal(result.err, '');
    return { ...result, methods: partner.methods };
  } finally {
    await partner.stop();
  }
}

/** The backend whose report docs/backend.md shows. */
const cacheable: Fault = ({ request }, plan) => ({
  ...plan,
  headers: { ...plan.headers, ...(plan.status === 200 && { 'Cache-Control': 'max-age=60' }) },
  ...(request.method === 'PATCH' && { status: 400 }),
});

describe('enkash-vkyc-button check', () => {
  it('exits with 0 for a valid backend, and counts the passed rules', async () => {
    const { code, out } = await check(undefined, '--mint');
    assert.match(out, /\n\d+ pass, 0 skipped, 0 fail, 0 critical\.\n$/);
    assert.equal(code, 0);
  });

  it('sends no POST without --mint, and lists the skipped rules', async () => {
    const { code, out, methods } = await check(undefined);
    assert.equal(code, 0);
    assert.ok(!methods.includes('POST'));
    assert.match(out, /\nSKIPPED\n(?:.+\n)*? {2}one-link +Needs --mint, [^\n]+\n/);
  });

  it('exits with 1 for an invalid backend, critical rules last, each with expected, received and fix', async () => {
    const { code, out } = await check(cacheable, '--mint');
    assert.equal(code, 1);
    assert.match(
      out,
      /\nCRITICAL\n {2}no-store +expected {2}[^\n]+\n +received {2}Cache-Control: max-age=60 \(GET, POST, [^\n]+\n +fix {7}Send /,
    );
    assert.ok(out.indexOf('PASS\n') < out.indexOf('FAIL\n'));
    assert.ok(out.indexOf('FAIL\n') < out.indexOf('CRITICAL\n'));
  });

  it('prints what docs/backend.md shows', async () => {
    const [excerpt = ''] = snippets(section(readText('docs/backend.md'), 'Check a backend'), 'text');
    assert.match(excerpt, /expected .+\n +received .+\n +fix /);
    const { out } = await check(cacheable, '--mint');
    assert.ok(out.includes(excerpt), out);
  });

  it('prints the same results as JSON', async () => {
    const { out } = await check(cacheable, '--mint', '--json');
    const { requests, findings } = JSON.parse(out) as {
      readonly requests: number;
      readonly findings: readonly Readonly<Record<string, string>>[];
    };
    assert.ok(requests > 15 && findings.length > 25);
    const { rule, verdict, expected, received, fix } = findings.find(({ rule }) => rule === 'no-store') ?? {};
    assert.deepEqual([rule, verdict], ['no-store', 'critical']);
    assert.ok(expected && received && fix);
  });

  it('sends the given cookie and headers', async () => {
    const signedIn: Fault = ({ request }, plan) =>
      request.headers.get('cookie') === 'sid=7; lang=en' && request.headers.get('x-tenant') === 'a:b'
        ? undefined
        : { ...plan, status: 401, body: {} };
    assert.equal((await check(signedIn)).code, 1);
    const both = ['--cookie', 'sid=7; lang=en', '--header', 'X-Tenant: a:b'];
    assert.equal((await check(signedIn, ...both)).code, 0);
    assert.equal(
      (await check(signedIn, '--header=X-Tenant: a:b', '--header=Cookie: sid=7; lang=en')).code,
      0,
    );
  });

  it('accepts links on the given hosts', async () => {
    const elsewhere: Fault = ({ request }, plan) =>
      request.method === 'POST' && plan.status === 200
        ? {
            ...plan,
            body: { kycLink: 'https://vkyc.bank.example/1', session: { serverTime: plan.time } },
          }
        : undefined;
    assert.equal((await check(elsewhere, '--mint')).code, 1);
    const hosts = ['--allowed-link-hosts', '*.bank.example'];
    assert.equal((await check(elsewhere, '--mint', ...hosts)).code, 0);
  });

  it('prints its help with --help', async () => {
    for (const args of [['--help'], ['-h'], ['check', '--help']]) {
      const { code, out, err } = await run(...args);
      assert.deepEqual([code, err], [0, '']);
      for (const option of ['mint', 'cookie', 'header', 'allowed-link-hosts', 'json', 'help'])
        assert.match(out, new RegExp(`\n {2}--${option}`));
      for (const line of out.split('\n')) assert.ok(line.length <= 120, line);
    }
  });

  for (const [mistake, expected, ...args] of [
    ['no command', 'the command "check"'],
    ['no URL', 'the whole URL', 'check'],
    ['no scheme', 'the whole URL', 'check', 'PLANTED.example/vkyc'],
    ['another scheme', 'the whole URL', 'check', 'ftp://shop.example/PLANTED'],
    ['a user name', 'the whole URL', 'check', 'https://PLANTED:x@shop.example/'],
    ['two URLs', 'one URL', 'check', 'https://shop.example/', 'PLANTED'],
    [
      'single quotes on Windows',
      'one URL',
      'check',
      'https://shop.example/',
      '--cookie',
      "'a=1;",
      "PLANTED'",
    ],
    ['an unknown option', 'only the options', 'check', 'https://shop.example/', '--PLANTED'],
    ['an option without its value', 'only the options', 'check', 'https://shop.example/', '--cookie'],
    [
      'a header without a colon',
      '--header "Name: value"',
      'check',
      'https://shop.example/',
      '--header',
      'PLANTED',
    ],
    [
      'a header of two lines',
      '--header "Name: value"',
      'check',
      'https://shop.example/',
      '--header',
      'A: PLANTED\nB',
    ],
    [
      'an invalid host',
      '--allowed-link-hosts',
      'check',
      'https://shop.example/',
      '--allowed-link-hosts',
      '*.com',
    ],
    ['another command', 'the command "check"', 'serve', 'https://shop.example/'],
    ['no page', 'the whole URL of a page', 'doctor'],
    ['a page with a user name', 'the whole URL of a page', 'doctor', 'https://PLANTED:x@shop.example/'],
    ['two pages', 'one URL', 'doctor', 'https://shop.example/', 'PLANTED'],
  ] as const)
    it(`exits with 2 and says what it expects: ${mistake}`, async () => {
      const { code, out, err } = await run(...args);
      assert.deepEqual([code, out], [2, '']);
      assert.ok(err.startsWith('Expected ') && err.includes(expected), err);
      assert.match(err, /\n\nenkash-vkyc-button check <endpoint-url>/);
      assert.ok(!err.includes('PLANTED'));
    });

  it('exits with 1 and the reason when there is no answer', async () => {
    const partner = await startPartner(Date.now);
    await partner.stop();
    const { code, out } = await run('check', partner.endpoint);
    assert.equal(code, 1);
    assert.match(out, /^The endpoint does not answer \(ECONNREFUSED\)\. Is the backend running/);
  });
});
