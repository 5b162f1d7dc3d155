import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import { EnkashVkycButton } from '../../src/index.js';
import { createSandbox, type Sandbox } from '../../src/sandbox/index.js';
import { listen, type Listener } from '../../src/sandbox/listen.js';
import { PAGES, readText, root, section, snippets } from './markdown.js';
import { syntaxErrors, typeErrors } from './type-check.js';

/** Monday 23 November 2026, 11:00 in India: EnKash is open. */
const MONDAY_11 = Date.UTC(2026, 10, 23, 5, 30);

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

describe('the snippets', () => {
  for (const path of PAGES) {
    const page = readText(path);

    it(`of ${path} compile`, () => {
      for (const language of ['ts', 'tsx'] as const)
        for (const code of snippets(page, language)) assert.deepEqual(typeErrors(code, language), [], code);
      for (const language of ['js', 'jsx'] as const)
        for (const code of snippets(page, language)) assert.deepEqual(syntaxErrors(code, language), [], code);
    });

    it(`of ${path} give the tag attributes that it has`, () => {
      for (const code of snippets(page, 'html'))
        for (const [, attributes = ''] of code.matchAll(/<enkash-vkyc-button([^>]*)>/g))
          for (const [, name = ''] of attributes.matchAll(/([\w-]+)=/g))
            assert.ok(EnkashVkycButton.observedAttributes.includes(name), name);
    });
  }
});

describe("README's backend", () => {
  let enkash: Listener;
  let sandbox: Sandbox;
  let backend: ChildProcess;
  let origin: string;

  before(async () => {
    enkash = await listen('127.0.0.1', 0);
    sandbox = createSandbox({ enkashOrigin: enkash.origin, now: () => MONDAY_11 });
    enkash.serve((request) => sandbox.enkash(request));
    const { partnerId, clientId, username, password, basic } = sandbox.credentials;
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    const clock = `data:text/javascript,Date.now=()=>${MONDAY_11}`;
    backend = spawn(process.execPath, ['--import', clock, '--input-type=module', '-'], {
      cwd: root,
      stdio: ['pipe', 'pipe', 'inherit'],
      env: {
        ENKASH_URL: enkash.origin,
        ENKASH_PARTNER_ID: partnerId,
        ENKASH_TOKEN_URL: sandbox.tokenUrl,
        ENKASH_CLIENT_ID: clientId,
        ENKASH_USERNAME: username,
        ENKASH_PASSWORD: password,
        ENKASH_AUTHORIZATION: `Basic ${btoa(`${basic.user}:${basic.password}`)}`,
        VKYC_SECRET: crypto.randomUUID(),
        PORT: String(port),
      },
    });
    const { stdin, stdout } = backend;
    assert.ok(stdin && stdout);
    stdin.end(snippets(section(readText('README.md'), 'The backend'), 'js')[0]);
    const ready = await Promise.race([once(stdout, 'data'), once(backend, 'exit')]);
    assert.equal(String(ready[0]).trim(), 'Ready.');
  });

  after(async () => {
    backend.kill();
    await enkash.stop();
  });

  it('serves a page with the tag, says where the customer stands, and gives a link for the click', async () => {
    const page = await (await fetch(origin)).text();
    const [, endpoint = ''] = /session-endpoint="([^"]+)"/.exec(page) ?? [];
    const headers = { 'X-Enkash-Vkyc': '1', 'Content-Type': 'application/json' };

    const asked = await fetch(origin + endpoint, { headers });
    assert.equal(asked.status, 200);
    assert.equal((await asked.text()).includes('kycLink'), false);

    const click = await fetch(origin + endpoint, { method: 'POST', headers, body: '{}' });
    assert.equal(click.status, 200);
    assert.match(await click.text(), /"kycLink":"https:\/\/[\w.-]+\.signzy\.tech\//);
  });
});

describe('the bridge of docs/webviews.md', () => {
  const [bridge = ''] = snippets(readText('docs/webviews.md'), 'js');
  const detail = { mode: 'host' };

  function connected() {
    const heard: unknown[] = [];
    const ReactNativeWebView = { postMessage: (text: string) => heard.push(JSON.parse(text)) };
    const button = new EventTarget();
    runInContext(`${bridge}\nconnectShell(button)`, createContext({ ReactNativeWebView, button }));
    const start = (takeLink?: () => Promise<string>) =>
      button.dispatchEvent(Object.assign(new Event('vkyc-start'), { detail, ...(takeLink && { takeLink }) }));
    return { heard, start };
  }

  it('hands the shell each event, and the link in host mode', async () => {
    const { heard, start } = connected();
    const link = Promise.resolve('https://call.signzy.tech/1');
    start(() => link);
    await link;
    await Promise.resolve();
    assert.deepEqual(heard, [
      { type: 'vkyc-start', detail },
      { type: 'vkyc-link', link: 'https://call.signzy.tech/1' },
    ]);
  });

  it('asks for no link in other modes, and stays quiet when there is none', async () => {
    const { heard, start } = connected();
    start();
    start(() => Promise.reject(new Error('no link')));
    await new Promise(setImmediate);
    assert.deepEqual(heard, [
      { type: 'vkyc-start', detail },
      { type: 'vkyc-start', detail },
    ]);
  });
});
