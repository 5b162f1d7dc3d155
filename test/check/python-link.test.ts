import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { requirePath } from '../../scripts/requirements.js';
import { checkLink } from '../../src/link/check-link.js';
import { root } from '../support/markdown.js';
import { testsWith } from '../support/tests-with.js';

const { describe, it } = testsWith('python');

const HOSTS = ['*.signzy.tech', 'vkyc.bank.example', '127.0.0.1'];

const SAFE_LINKS = [
  'https://signzy.tech/',
  'https://signzy.tech',
  'https://a.b-c.signzy.tech/x/eMain?ns=encash#top',
  'https://vkyc.bank.example/1',
  'http://127.0.0.1:4100/call',
];

const UNSAFE_LINKS = [
  'http://signzy.tech/',
  'https://signzy.tech:443/',
  'https://signzy.tech@evil.example/',
  'https://evil.example@signzy.tech/',
  'https://evil.example#.signzy.tech',
  'https://evil.example?.signzy.tech',
  'https://evil.example\\.signzy.tech/',
  'https://evil.example/\\@signzy.tech',
  'https://notsignzy.tech/',
  'https://signzy.tech.evil.example/',
  'https://signzy.tech.',
  'https://a.vkyc.bank.example/',
  'https://localhost/',
  'https://[::1]/',
  'https:signzy.tech',
  'https:/signzy.tech',
  '//signzy.tech',
  'javascript:alert(1)',
  'data:text/html,signzy.tech',
  ' https://signzy.tech/',
  'https://signzy.tech/\n',
  'https://signzy.tech/a b',
  'https://s\u0456gnzy.tech/',
  'https://signzy.tech/\u202e',
  'https://signzy.tech\u0661/',
  `https://signzy.tech/${'x'.repeat(2_048)}`,
  '',
  null,
  7,
  { href: 'https://signzy.tech/' },
];

const PROGRAM = `
import json, sys
sys.path.insert(0, sys.argv[1])
from enkash import is_safe_link
data = json.load(sys.stdin)
print(json.dumps([is_safe_link(link, data["hosts"]) for link in data["links"]]))`;

/** Whether examples/backends/python/enkash.py accepts each link. */
function checkInPython(links: readonly unknown[]): unknown {
  const folder = join(root, 'examples/backends/python');
  const { stdout, stderr } = spawnSync(requirePath('python'), ['-B', '-c', PROGRAM, folder], {
    input: JSON.stringify({ hosts: HOSTS, links }),
    encoding: 'utf8',
  });
  assert.equal(stderr, '');
  return JSON.parse(stdout);
}

describe("the Python backend's check of links", () => {
  it("accepts the links that the button's own check accepts", () => {
    assert.deepEqual(
      checkInPython(SAFE_LINKS),
      SAFE_LINKS.map(() => true),
    );
    assert.deepEqual(
      SAFE_LINKS.map((link) => checkLink(link, HOSTS) !== null),
      SAFE_LINKS.map(() => true),
    );
  });

  it("rejects the links that the button's own check rejects", () => {
    assert.deepEqual(
      checkInPython(UNSAFE_LINKS),
      UNSAFE_LINKS.map(() => false),
    );
    assert.deepEqual(
      UNSAFE_LINKS.map((link) => checkLink(link, HOSTS)),
      UNSAFE_LINKS.map(() => null),
    );
  });
});
