import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import { EnkashVkycButton } from '../../src/index.js';
import { readSessionAnswer } from '../../src/protocol/session-answer.js';
import { phaseOf } from '../../src/status/phase.js';
import { PAGES, readText, root, section, snippets } from '../support/markdown.js';
import { syntaxErrors, typeErrors } from './type-check.js';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

/** Their code is quoted from examples/, which another test compares, or is run as a whole by test/e2e/quick-starts. */
const TESTED_ELSEWHERE = /^docs\/(?:frameworks\.md|testing\.md|quick-starts\/.*)$/;

describe('the snippets', () => {
  for (const path of PAGES.filter((page) => !TESTED_ELSEWHERE.test(page))) {
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

describe("the sandbox's tour", () => {
  it('prints what its comments say', async () => {
    const tour = snippets(readText('docs/sandbox.md'), 'js').join('\n');
    const expected = [...tour.matchAll(/console\.log\(.*\);\s+\/\/ (.*)$/gm)].map(([, line]) => line);
    const run = spawn(process.execPath, ['--input-type=module', '-'], {
      cwd: root,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    run.stdin.end(tour);
    const printed = (await text(run.stdout)).trim().split('\n');
    assert.ok(expected.length >= 6);
    assert.deepEqual(printed, expected);
  });
});

describe("README's quick start", () => {
  let server: ChildProcess;
  let origin: string;

  before(async () => {
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    // a clock that the test advances
    const clock =
      'let now=Date.now();Date.now=()=>now;process.on("message",(ms)=>{now+=ms;process.send(now)})';
    server = spawn(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(clock)}`, '--input-type=module', '-'],
      { cwd: root, stdio: ['pipe', 'pipe', 'inherit', 'ipc'], env: { PORT: String(port) } },
    );
    const { stdin, stdout } = server;
    assert.ok(stdin && stdout);
    stdin.end(snippets(section(readText('README.md'), 'Quick start'), 'js')[0]);
    const ready = await Promise.race([once(stdout, 'data'), once(server, 'exit')]);
    assert.equal(String(ready[0]).trim(), `Open http://localhost:${port}`);
  });

  after(() => {
    server.kill();
  });

  const advance = async (milliseconds: number) => {
    server.send(milliseconds);
    await once(server, 'message');
  };

  it('serves the page and the script of the tag', async () => {
    const page = await (await fetch(origin)).text();
    const [, script = ''] = /<script type="module" src="([^"]+)"/.exec(page) ?? [];
    const served = await fetch(origin + script);
    assert.equal(served.headers.get('content-type'), 'text/javascript');
    assert.equal(await served.text(), readText('dist/cdn/enkash-vkyc-button.js'));
  });

  it('ends with a verified customer', async () => {
    const page = await (await fetch(origin)).text();
    const [, endpoint = ''] = /session-endpoint="([^"]+)"/.exec(page) ?? [];
    const headers = { 'X-Enkash-Vkyc': '1', 'Content-Type': 'application/json' };
    const status = async () => {
      const answer = readSessionAnswer(await (await fetch(origin + endpoint, { headers })).json());
      assert.ok(typeof answer !== 'string');
      assert.equal(answer.link, null);
      return phaseOf(answer.status);
    };
    assert.equal(await status(), 'not-started');

    const click = await fetch(origin + endpoint, { method: 'POST', headers, body: '{}' });
    const answer = readSessionAnswer(await click.json());
    assert.ok(typeof answer !== 'string' && answer.link !== null);
    const [, allowed = ''] = /allowed-link-hosts="([^"]+)"/.exec(page) ?? [];
    assert.equal(new URL(answer.link).hostname, allowed);
    for (const event of ['opened', 'queued', 'joined', 'approved'])
      assert.equal(
        (await fetch(new URL('events', answer.link), { method: 'POST', body: event })).status,
        204,
      );
    assert.equal(await status(), 'under-review');

    await advance(10_000);
    assert.equal(await status(), 'verified');
  });
});

describe('the bridge of docs/webviews.md', () => {
  const [bridge = ''] = snippets(readText('docs/webviews.md'), 'js');
  const detail = { mode: 'host' };

  function connected() {
    const messages: unknown[] = [];
    const ReactNativeWebView = { postMessage: (text: string) => messages.push(JSON.parse(text)) };
    const button = new EventTarget();
    runInContext(`${bridge}\nconnectShell(button)`, createContext({ ReactNativeWebView, button }));
    const start = (takeLink?: () => Promise<string>) =>
      button.dispatchEvent(Object.assign(new Event('vkyc-start'), { detail, ...(takeLink && { takeLink }) }));
    return { messages, start };
  }

  it('sends each event to the shell, and the link in host mode', async () => {
    const { messages, start } = connected();
    const link = Promise.resolve('https://call.signzy.tech/1');
    start(() => link);
    await link;
    await Promise.resolve();
    assert.deepEqual(messages, [
      { type: 'vkyc-start', detail },
      { type: 'vkyc-link', link: 'https://call.signzy.tech/1' },
    ]);
  });

  it('takes no link in other modes, and sends nothing when there is none', async () => {
    const { messages, start } = connected();
    start();
    start(() => Promise.reject(new Error('no link')));
    await new Promise(setImmediate);
    assert.deepEqual(messages, [
      { type: 'vkyc-start', detail },
      { type: 'vkyc-start', detail },
    ]);
  });
});
