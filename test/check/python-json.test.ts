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
from enkash import parse_json
def outcome(text):
    try:
        return json.dumps(parse_json(text.encode()))
    except ValueError:
        return None
print(json.dumps([outcome(text) for text in json.load(sys.stdin)]))`;

/** What each text is read and written again as; null for what is refused. */
function parsed(texts: readonly string[]): unknown {
  const folder = join(root, 'examples/backends/python');
  const { stdout, stderr } = spawnSync(requirePath('python'), ['-c', PROGRAM, folder], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  });
  assert.equal(stderr, '');
  return JSON.parse(stdout);
}

describe('the JSON that examples/backends/python/enkash.py reads', () => {
  it('is never a number that a browser would not read', () => {
    const numbers = ['NaN', 'Infinity', '-Infinity', '1e999', '-1e999', '1e400'];
    const texts = numbers.flatMap((number) => [number, `{"payload": {"kycExpiryDays": ${number}}}`]);
    assert.deepEqual(
      parsed(texts),
      texts.map(() => null),
    );
  });

  it('is every other number', () => {
    assert.deepEqual(parsed(['1', '-1.5', '1e3', '{"a": [0.25]}']), ['1', '-1.5', '1000.0', '{"a": [0.25]}']);
  });
});
