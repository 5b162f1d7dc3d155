import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import manifest from '../../package.json' with { type: 'json' };
import { createVkycBackend, nodeListener, passwordToken } from '../../src/server/index.js';
import { SEED_CARD_ID, startSandbox, type RunningSandbox } from '../../src/sandbox/index.js';
import { root } from '../support/markdown.js';
import { SESSION, startPartner } from '../support/check/partner.js';

describe('the command of the packed package, with nothing installed beside it', () => {
  // A path as on Windows, with a space and brackets.
  const folder = join(mkdtempSync(join(tmpdir(), 'vkyc-cli-')), 'Program Files (x86)');
  const command = join(folder, 'package', manifest.bin['enkash-vkyc-button']);
  let sandbox: RunningSandbox;
  before(async () => {
    mkdirSync(folder);
    const pack = ['pack', root, '--pack-destination', folder, '--ignore-scripts', '--loglevel=error'];
    execFileSync('npm', pack, { cwd: folder, stdio: 'ignore', shell: process.platform === 'win32' });
    execFileSync('tar', ['-xzf', `${manifest.name}-${manifest.version}.tgz`], { cwd: folder });
    sandbox = await startSandbox();
  });
  after(async () => {
    await sandbox.stop();
    rmSync(join(folder, '..'), { recursive: true });
  });

  /** Runs the command as npm's own shim does. */
  const run = (...args: string[]) =>
    new Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>((resolve) => {
      const child = execFile(process.execPath, [command, ...args], { cwd: folder }, (_, out, err) =>
        resolve({ code: child.exitCode, out, err }),
      );
    });

  it('starts with a shebang line', () => {
    assert.ok(readFileSync(command, 'utf8').startsWith('#!/usr/bin/env node\n'));
  });

  it('prints its help, and errors on standard error', async () => {
    const help = await run('--help');
    assert.deepEqual([help.code, help.err], [0, '']);
    const mistake = await run('check', 'shop.example');
    assert.deepEqual([mistake.code, mistake.out], [2, '']);
    assert.match(mistake.err, /^Expected the whole URL/);
  });

  it('exits with 1 for an invalid backend', async () => {
    const partner = await startPartner(Date.now, (_, plan) => ({ ...plan, headers: {} }));
    const { code, out } = await run('check', partner.endpoint, '--header=X-Tenant: one');
    await partner.stop();
    assert.equal(code, 1);
    assert.match(out, /\n\d+ pass, \d+ skipped, [1-9]\d* fail, \d+ critical\.\n$/);
    assert.ok(!out.includes(SESSION));
  });

  it('examines a page with the parser that it contains', async () => {
    const server = createServer((_, response) => response.end('<enkash-vkyc-button></enkash-vkyc-button>'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { code, out } = await run('doctor', `http://127.0.0.1:${port}/`);
    server.closeAllConnections();
    server.close();
    assert.equal(code, 1);
    assert.match(out, /\n {2}script-missing +The page has the tag and no script/);
    const notices = readFileSync(join(folder, 'package/dist/LICENSES.txt'), 'utf8');
    for (const name of ['entities', 'parse5', 'structured-headers'])
      assert.ok(notices.includes(`\n${name}\n`));
  });

  it('passes our own backend with the sandbox by every rule', async () => {
    const { enkashOrigin: baseUrl, tokenUrl, credentials } = sandbox;
    const { partnerId, ...login } = credentials;
    const vkyc = createVkycBackend({
      enkash: { baseUrl, partnerId, token: passwordToken({ tokenUrl, ...login }) },
      secret: crypto.randomUUID(),
      schedule: { workingHours: '00:00-24:00', workingDays: 'mon-sun' },
      allowedLinkHosts: '127.0.0.1',
    });
    const server = createServer(nodeListener(vkyc.handle)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { endpoint } = await vkyc.createSession({ enKashCardId: SEED_CARD_ID });
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { code, out } = await run(
      'check',
      origin + endpoint,
      '--mint',
      '--allowed-link-hosts',
      '127.0.0.1',
    );
    server.closeAllConnections();
    server.close();
    assert.match(out, /\n\d+ pass, 0 skipped, 0 fail, 0 critical\.\n$/);
    assert.equal(code, 0);
    // The POST, and the questions after it: without a status call each asks EnKash again once a link was given.
    assert.ok(sandbox.snapshot().calls.link <= 3);
  });
});
