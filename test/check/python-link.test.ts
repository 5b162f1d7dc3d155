import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { requirePath } from '../../scripts/requirements.js';
import { checkLink } from '../../src/link/check-link.js';
import { root } from '../package/markdown.js';
import { testsWith } from '../support/tests-with.js';

const { describe, it } = testsWith('python');

const HOSTS = ['*.signzy.tech', 'vkyc.bank.example', '127.0.0.1'];

const GOOD = [
  'https://signzy.tech/',
  'https://signzy.tech',
  'https://a.b-c.signzy.tech/x/eMain?ns=encash#top',
  'https://vkyc.bank.example/1',
  'http://127.0.0.1:4100/call',
];

const BAD = [
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
asked = json.load(sys.stdin)
print(json.dumps([is_safe_link(link, asked["hosts"]) for link in asked["links"]]))`;

/** What demo/backends/enkash.py makes of each link. */
function passed(links: readonly unknown[]): unknown {
  const folder = join(root, 'demo/backends');
  const { stdout, stderr } = spawnSync(requirePath('python'), ['-B', '-c', PROGRAM, folder], {
    input: JSON.stringify({ hosts: HOSTS, links }),
    encoding: 'utf8',
  });
  assert.equal(stderr, '');
  return JSON.parse(stdout);
}

describe("the Python backend's gate for links", () => {
  it("lets pass what the button's own gate lets pass", () => {
    assert.deepEqual(
      passed(GOOD),
      GOOD.map(() => true),
    );
    assert.deepEqual(
      GOOD.map((link) => checkLink(link, HOSTS) !== null),
      GOOD.map(() => true),
    );
  });

  it("holds back what the button's own gate holds back", () => {
    assert.deepEqual(
      passed(BAD),
      BAD.map(() => false),
    );
    assert.deepEqual(
      BAD.map((link) => checkLink(link, HOSTS)),
      BAD.map(() => null),
    );
  });
});
