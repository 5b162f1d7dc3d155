import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { SANDBOX_CREDENTIALS, SEED_CARD_ID } from '../../src/sandbox/index.js';
import { codeIn, links, readText, root, rows, section } from '../support/markdown.js';

const folder = 'examples/backends';
const page = readText(`${folder}/README.md`);

describe('examples/backends/README.md', () => {
  it('lists every folder, with a command whose file is there', () => {
    const listed = rows(page.split('\n## ')[0] ?? '').map(([link = '', , start = '']) => {
      const [name = ''] = links(link);
      const [command = ''] = codeIn(start);
      const script = /^(?:node|python3|java) (\S+)$/.exec(command)?.[1] ?? '';
      assert.ok(existsSync(join(root, folder, name, script)), command);
      return name;
    });
    const folders = readdirSync(join(root, folder), { withFileTypes: true }).filter((one) =>
      one.isDirectory(),
    );
    assert.deepEqual([...new Set(listed)].sort(), folders.map(({ name }) => name).sort());
  });

  it('lists every setting that a backend reads', () => {
    const listed = rows(section(page, 'Settings')).flatMap(([name = '']) => codeIn(name));
    for (const file of [
      'node/server.mjs',
      'python/backend.py',
      'python/enkash.py',
      'java/Server.java',
      'go/main.go',
      'go/enkash.go',
    ])
      for (const [name] of readText(`${folder}/${file}`).matchAll(
        /\b(?:ENKASH|VKYC)_[A-Z]+(?:_[A-Z]+)*\b(?!_)/g,
      ))
        assert.ok(listed.includes(name), `${file}: ${name}`);
  });
});

describe('examples/backends/sandbox.env', () => {
  it('has the credentials of the sandbox, and the default port of its command', () => {
    const values: Readonly<Record<string, string>> = Object.fromEntries(
      [...readText(`${folder}/sandbox.env`).matchAll(/^([A-Z_]+)="?(.*?)"?$/gm)].map(
        ([, name = '', value = '']): [string, string] => [name, value],
      ),
    );
    const { partnerId, clientId, username, password, basic } = SANDBOX_CREDENTIALS;
    assert.deepEqual(
      [
        values['ENKASH_PARTNER_ID'],
        values['ENKASH_CLIENT_ID'],
        values['ENKASH_USERNAME'],
        values['ENKASH_PASSWORD'],
      ],
      [partnerId, clientId, username, password],
    );
    assert.equal(values['ENKASH_AUTHORIZATION'], `Basic ${btoa(`${basic.user}:${basic.password}`)}`);
    assert.equal(values['VKYC_DEMO_CARD'], SEED_CARD_ID);
    const command = /const DEFAULT_PORT = '(\d+)'/.exec(readText('src/cli/parse-command.ts'))?.[1];
    assert.equal(values['ENKASH_URL'], `http://127.0.0.1:${Number(command) + 1}`);
  });
});
