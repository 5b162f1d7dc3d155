import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { requirePath } from '../../scripts/requirements.js';
import { root } from '../support/markdown.js';
import { testsWith } from '../support/tests-with.js';

const { describe, it } = testsWith('python');

const PROGRAM = `
import json, sys
sys.path.insert(0, sys.argv[1])
import enkash
class FakeEnkash:
    calls = 0
    def link(self, card):
        self.calls += 1
        return self.calls
now = 1000.0
enkash.time.monotonic = lambda: now
fake = FakeEnkash()
customer = enkash.Customer(fake, "EKC1")
results = []
for wait, click in json.load(sys.stdin):
    now += wait
    results.append(customer.result(click))
print(json.dumps(results))`;

/** The number of the EnKash call that answers each request: seconds after the one before, and whether it is a click. */
function callsFor(requests: readonly (readonly [seconds: number, click: boolean])[]): unknown {
  const folder = join(root, 'examples/backends/python');
  const { stdout, stderr } = spawnSync(requirePath('python'), ['-c', PROGRAM, folder], {
    input: JSON.stringify(requests),
    encoding: 'utf8',
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  });
  assert.equal(stderr, '');
  return JSON.parse(stdout);
}

describe('Customer of examples/backends/python/enkash.py', () => {
  it('answers from one call for a minute, as long as nobody has the link', () => {
    assert.deepEqual(
      callsFor([
        [0, false],
        [20, false],
        [20, true],
        [4, true],
      ]),
      [1, 1, 1, 1],
    );
  });

  it('asks again once the link was given out, whether by a question or a click', () => {
    for (const click of [false, true])
      assert.deepEqual(
        callsFor([
          [0, true],
          [6, click],
        ]),
        [1, 2],
      );
  });
});
