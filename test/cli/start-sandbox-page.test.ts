import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { startSandboxPage } from '../../src/cli/start-sandbox-page.js';

describe('startSandboxPage', async () => {
  const page = await startSandboxPage(0);
  after(() => page.stop());
  const [origin = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(page.instructions) ?? [];
  const show = async (query = '') => (await fetch(`${origin}/${query}`)).text();
  const endpointIn = (html: string) => /session-endpoint="([^"]+)"/.exec(html)?.[1] ?? '';
  const statusOf = async (html: string) => {
    const response = await fetch(origin + endpointIn(html), { headers: { 'X-Enkash-Vkyc': '1' } });
    return [response.status, await response.text()] as const;
  };
  const setStatus = (status: string, headers: Record<string, string> = { origin }) =>
    fetch(`${origin}/?customer=EKC7`, {
      method: 'POST',
      body: new URLSearchParams({ status }),
      headers,
      redirect: 'manual',
    });

  it('shows the button of a customer with a session that the backend answers', async () => {
    const [status, body] = await statusOf(await show());
    assert.equal(status, 200);
    assert.match(body, /MIN_KYC_VERIFIED/);
  });

  it('shows another customer and another language, from the query', async () => {
    const html = await show('?customer=EKC7&lang=hi');
    assert.match(html, /value="EKC7"/);
    assert.match(html, /<enkash-vkyc-button lang="hi"/);
    assert.match(html, /src="\/locales\/hi\.js"/);
  });

  it('sets the status of the customer, from its own form only', async () => {
    for (const headers of [{}, { origin: 'http://evil.example' }])
      assert.equal((await setStatus('verified', headers)).status, 403);
    assert.doesNotMatch((await statusOf(await show('?customer=EKC7')))[1], /FULL_KYC_VERIFIED/);
    assert.equal((await setStatus('verified')).status, 303);
    assert.match((await statusOf(await show('?customer=EKC7')))[1], /FULL_KYC_VERIFIED/);
    assert.equal((await setStatus('no-such-status')).status, 400);
  });

  it('serves the scripts of the package and no other file', async () => {
    for (const path of ['/enkash-vkyc-button.js', '/locales/ta.js'])
      assert.equal((await fetch(origin + path)).headers.get('content-type'), 'text/javascript', path);
    for (const path of [
      '/integrity.json',
      '/locales/xx.js',
      '/locales/..%2f..%2fpackage.js',
      '/package.json',
    ])
      assert.equal((await fetch(origin + path)).status, 404, path);
  });

  it('puts nothing from the query into the page as markup', async () => {
    for (const query of ['?lang="><script>', '?lang=%22%3E%3Cscript%3E'])
      assert.doesNotMatch(await show(query), /"><script>/);
    assert.equal((await fetch(`${origin}/?customer=%22%3E%3Cscript%3E`)).status, 400);
  });

  it('says what a backend of any language needs', () => {
    for (const name of [
      'token call',
      'status call',
      'partnerId',
      'Authorization',
      'allowed-link-hosts="127.0.0.1"',
    ])
      assert.ok(page.instructions.includes(name), name);
  });
});
