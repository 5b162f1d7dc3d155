import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Script } from 'node:vm';
import { createSandbox, type Sandbox } from '../../../src/sandbox/index.js';
import { eventRequest, mintLink } from '../../support/sandbox-partner.js';

const callPage = async (sandbox: Sandbox): Promise<Response> =>
  sandbox.signzy(new Request(await mintLink(sandbox)));

describe("the call's page", () => {
  it('says that it is a sandbox, and has the pace of the settings', async () => {
    const html = await (await callPage(createSandbox({ paceMs: 5 }))).text();
    assert.match(html, /<strong>Sandbox<\/strong> — not a real KYC call/);
    assert.match(html, /data-pace="5"/);
  });

  it('has no inline code and no other origin', async () => {
    const sandbox = createSandbox();
    const page = await callPage(sandbox);
    const html = await page.text();
    assert.doesNotMatch(html, /<script(?![^>]*src=)|<style|\sstyle=|\son[a-z]+=/);
    assert.doesNotMatch(html, /https?:\/\//);
    const policy = page.headers.get('Content-Security-Policy') ?? '';
    assert.match(policy, /^default-src 'none'/);
    assert.doesNotMatch(policy, /unsafe|\*|frame-ancestors/);
    assert.equal(page.headers.get('Referrer-Policy'), 'no-referrer');
    assert.equal(page.headers.get('Cache-Control'), 'no-store');
  });

  it('loads its script and styles from its own origin, and the script is complete', async () => {
    const sandbox = createSandbox();
    const html = await (await callPage(sandbox)).text();
    const paths = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path ?? '');
    assert.deepEqual(paths.sort(), ['/sandbox/call.css', '/sandbox/call.js']);
    const [styles, script] = await Promise.all(
      paths.map((path) => sandbox.signzy(new Request(sandbox.signzyOrigin + path))),
    );
    assert.match(styles?.headers.get('Content-Type') ?? '', /^text\/css/);
    assert.match(script?.headers.get('Content-Type') ?? '', /^text\/javascript/);
    const source = (await script?.text()) ?? '';
    assert.doesNotThrow(() => new Script(source));
    assert.doesNotMatch(source, /\bimport\b|\brequire\b/);
  });

  it('has the headers of the settings, and so do the notices', async () => {
    const pageHeaders = { 'Cross-Origin-Opener-Policy': 'same-origin', 'X-Frame-Options': 'DENY' };
    const sandbox = createSandbox();
    assert.equal((await callPage(sandbox)).headers.get('X-Frame-Options'), null);
    sandbox.configure({ pageHeaders });
    for (const page of [await callPage(sandbox), await sandbox.signzy(new Request(sandbox.signzyOrigin))]) {
      assert.equal(page.headers.get('Cross-Origin-Opener-Policy'), 'same-origin');
      assert.equal(page.headers.get('X-Frame-Options'), 'DENY');
    }
  });
});

describe("the call's reports", () => {
  it('are refused when the event is unknown or the method is not POST', async () => {
    const sandbox = createSandbox();
    const link = await mintLink(sandbox);
    assert.equal((await sandbox.signzy(eventRequest(link, 'verified'))).status, 400);
    assert.equal((await sandbox.signzy(new Request(new URL('events', link)))).status, 405);
    assert.equal((await sandbox.signzy(new Request(link, { method: 'POST' }))).status, 405);
    assert.equal(sandbox.snapshot().customers[0]?.lastEvent, null);
  });
});
