import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, it, type TestContext } from 'node:test';
import { bundleSubject } from '../../../bench/peers/bundle-subject.js';
import type { Subject } from '../../../bench/peers/subjects.js';
import { temporaryFolder } from '../../scripts/run-script.js';

/** A folder in which a peer is installed. */
function installedPeer(t: TestContext, files: Record<string, string>): string {
  const folder = temporaryFolder(t);
  const peer = join(folder, 'node_modules/peer');
  mkdirSync(peer, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{}');
  writeFileSync(join(peer, 'package.json'), JSON.stringify({ type: 'module', main: './index.js' }));
  for (const [name, code] of Object.entries(files)) writeFileSync(join(peer, name), code);
  return folder;
}

const subject = (source: string): Subject => ({ id: 'x', name: 'x', label: 'x', entry: { source } });

describe('the bundle of a subject', () => {
  it('contains the installed peer, minified, with its size in brotli', async (t) => {
    const peers = installedPeer(t, {
      'index.js': 'const aLongName = (value) => value + 1;\n// a comment\nexport const peer = aLongName;',
    });
    const bundle = await bundleSubject(subject("export { peer as default } from 'peer'"), {
      peers,
      dist: '/nowhere',
    });
    const code = bundle.files.get(bundle.entry) ?? '';
    assert.match(code, /\+1/);
    assert.doesNotMatch(code, /aLongName|comment/);
    assert.equal(bundle.firstBytes, brotliCompressSync(code).byteLength);
    assert.equal(bundle.laterBytes, 0);
  });

  it('separates what is loaded first from what is imported later', async (t) => {
    const peers = installedPeer(t, {
      'index.js': "export const peer = () => import('./later.js');",
      'later.js': `export default ${JSON.stringify('a text that only later is needed')};`,
    });
    const { files, entry, laterBytes } = await bundleSubject(
      subject("export { peer as default } from 'peer'"),
      { peers, dist: '/nowhere' },
    );
    assert.equal(files.size, 2);
    assert.doesNotMatch(files.get(entry) ?? '', /only later/);
    assert.ok(laterBytes > 0);
  });

  it('contains the production code of a peer', async (t) => {
    const peers = installedPeer(t, {
      'index.js': "export const peer = process.env.NODE_ENV === 'production' ? 'small' : 'with warnings';",
    });
    const { files, entry } = await bundleSubject(subject("export { peer as default } from 'peer'"), {
      peers,
      dist: '/nowhere',
    });
    assert.match(files.get(entry) ?? '', /small/);
    assert.doesNotMatch(files.get(entry) ?? '', /with warnings/);
  });

  it('gives the twins the look of our element', async (t) => {
    const { files, entry } = await bundleSubject(
      subject("export { markup as default } from 'virtual:ready-look'"),
      {
        peers: installedPeer(t, {}),
        dist: '/nowhere',
        look: { markup: '<button>Start</button>', css: '', attributes: [] },
      },
    );
    assert.match(files.get(entry) ?? '', /<button>Start<\/button>/);
  });
});
