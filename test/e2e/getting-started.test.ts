import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { numbered, readText, root, section, snippets } from '../package/markdown.js';
import { freePort } from '../support/check/backend-process.js';
import { docFiles } from '../support/doc-files.js';
import { launchChromium } from '../support/browser/launch-browser.js';
import { clickForPopup } from '../support/browser/open-popup-call.js';
import { closeCallWindow } from '../support/browser/video-call.js';
import { visitPage } from '../support/browser/visit-page.js';
import { waitForState, waitForText } from '../support/browser/wait-for-state.js';

const run = promisify(execFile);
const page = readText('docs/getting-started.md');
const commandsOf = (heading: string) => snippets(section(page, heading), 'sh').join('').trim().split('\n');

const browser = await launchChromium({ after }, { media: 'granted' });

describe('docs/getting-started.md, followed from an empty folder', () => {
  let folder: string;
  let wallet: string;
  let origin: string;
  let enkash: string;
  let server: ReturnType<typeof spawn> | undefined;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vkyc-first-hour-'));
    wallet = join(folder, 'wallet');
    await mkdir(join(folder, 'enkash-vkyc-button'));
    await run('npm', ['pack', root, '--ignore-scripts', '--pack-destination', 'enkash-vkyc-button'], {
      cwd: folder,
    });
    const install = commandsOf('1. Install').join(' && ');
    await run('sh', ['-c', install], {
      cwd: folder,
      env: { ...process.env, npm_config_prefer_offline: 'true' },
    });
    for (const { path, code } of docFiles(page)) await writeFile(join(wallet, path), code);

    const [step = ''] = numbered(section(page, '4. Verify a customer'));
    assert.match(step, /^Run `node server\.mjs`, and open <http:\/\/localhost:3000>\.$/);
    const port = await freePort();
    origin = `http://localhost:${port}`;
    server = spawn(process.execPath, ['server.mjs'], {
      cwd: wallet,
      env: { ...process.env, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    server.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    while (!printed.includes('stand-in'))
      await Promise.race([once(server.stdout ?? server, 'data'), once(server, 'exit')]);
    assert.ok(printed.includes(`Open ${origin}\n`));
    enkash = /EnKash's stand-in: (\S+)/.exec(printed)?.[1] ?? '';
  });

  after(async () => {
    server?.kill();
    await rm(folder, { recursive: true, force: true });
  });

  const controlSandbox = (command: string, body: unknown) =>
    fetch(`${enkash}/sandbox/${command}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('ends with a verified customer', async (t) => {
    const customer = await visitPage(t, browser, { url: origin });
    await waitForState(customer, 'ready', 'not-started');
    const call = await clickForPopup(customer);
    for (const name of [
      'Check my devices',
      'Join the call',
      'Yes, I agree',
      'My card is in view',
      'I looked left',
      'Agent approves',
    ])
      await call.getByRole('button', { name }).click();
    await closeCallWindow(call);
    await customer.page.locator('output', { hasText: 'under-review' }).waitFor();
    await controlSandbox('clock', { shiftMs: 10_000 });
    await waitForState(customer, 'done', 'verified');
    await customer.page.locator('output', { hasText: 'verified' }).waitFor();
    await waitForText(customer, 'Your KYC is complete.');
    assert.deepEqual([customer.consoleMessages, customer.pageErrors], [[], []]);
  });

  it('shows the rejection that the command sets in the sandbox', async (t) => {
    const [command = ''] = commandsOf('5. See the other outcomes');
    await run('sh', ['-c', command.replace('http://127.0.0.1:…', enkash)]);
    const customer = await visitPage(t, browser, { url: origin });
    await waitForState(customer, 'ready', 'rejected');
  });

  it('ends with a backend that passes the checker', async () => {
    const commands = commandsOf('6. Your own backend');
    const [start = '', check = ''] = commands
      .slice(-2)
      .map((line) => line.replace('http://localhost:3000', origin));
    const { stdout } = await run('sh', ['-c', start]);
    const { endpoint } = JSON.parse(stdout) as { endpoint: string };
    const { stdout: report } = await run('sh', ['-c', check.replace('/vkyc/session/…', endpoint)], {
      cwd: wallet,
    });
    assert.match(report, / pass, 0 skipped, 0 fail, 0 critical\./);
  });
});
