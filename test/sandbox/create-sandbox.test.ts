import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  createSandbox,
  startSandbox,
  type SandboxOptions,
  type StartSandboxOptions,
} from '../../src/sandbox/index.js';
import { linkRequest, mintLink } from '../support/sandbox-partner.js';

describe('createSandbox', () => {
  it('rejects an invalid option with what was expected', () => {
    const refused: [unknown, RegExp][] = [
      [{ enkashOrigin: 'not an origin' }, /enkashOrigin is an origin such as/],
      [{ signzyOrigin: 'data:text/plain,x' }, /signzyOrigin is an origin/],
      [{ latencyMs: '5' }, /latencyMs is milliseconds, 0 or more; received a value of type string/],
      [{ pageHeaders: { A: 1 } }, /pageHeaders is an object of header names/],
      [{ hours: '10:00-18:00' }, /hours is null or/],
      [{ customers: { EKCONE: 'done' } }, /A status is one of/],
      [{ customers: 'EKCONE' }, /customers is an object/],
      [{ now: 5 }, /now is a function/],
      [{ workingHours: '10:00-18:00' }, /has no option "workingHours"; its options are .*hours/],
      [null, /options are an object .*; received null/],
      ['open', /options are an object .*; received a value of type string/],
    ];
    for (const [options, message] of refused) {
      assert.throws(() => createSandbox(options as SandboxOptions), { name: 'TypeError', message });
    }
  });

  it('starts with no option that is unknown or invalid', async () => {
    const refused: [unknown, RegExp][] = [
      [null, /options are an object/],
      [{ port: 4100 }, /has no option "port"; its options are .*enkashPort/],
      [{ signzyOrigin: 'http://127.0.0.1:1' }, /has no option "signzyOrigin"/],
      [{ enkashPort: '4100' }, /enkashPort is a port/],
      [{ signzyPort: 65_536 }, /signzyPort is a port/],
      [{ host: '0.0.0.0' }, /host is localhost/],
      [{ host: 7 }, /host is localhost/],
    ];
    for (const [options, message] of refused)
      await assert.rejects(startSandbox(options as StartSandboxOptions), { name: 'TypeError', message });
  });

  it('restores the initial state on reset, and forgets its links and tokens', async () => {
    const sandbox = createSandbox({
      customers: { EKCONE: 'in-progress' },
      signzyOrigin: 'http://127.0.0.1:4200',
    });
    sandbox.setStatus('EKCHUZJWZW', 'verified');
    const link = await mintLink(sandbox);
    const request = linkRequest(sandbox);
    sandbox.reset();
    assert.deepEqual(
      sandbox.snapshot().customers.map(({ enKashCardId }) => enKashCardId),
      ['EKCONE'],
    );
    assert.equal((await sandbox.signzy(new Request(link))).status, 404);
    assert.equal((await sandbox.enkash(request)).status, 401);
  });
});
