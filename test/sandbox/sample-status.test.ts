import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSandbox, SAMPLE_STATUSES, type WireStatus } from '../../src/sandbox/index.js';
import { toSampleStatus } from '../../src/sandbox/sample-status.js';
import { parseEnumModel } from '../../src/status/parse-enum-model.js';
import { phaseOf } from '../../src/status/phase.js';
import { linkRequest, payloadOf } from '../support/sandbox-partner.js';

describe('standings', () => {
  it('are read by the element as the phases of the same names', () => {
    for (const [name, { kycStatus, kycSubStatus }] of Object.entries(SAMPLE_STATUSES)) {
      const phase = phaseOf({
        kycStatus: parseEnumModel(kycStatus),
        kycSubStatus: parseEnumModel(kycSubStatus),
      });
      assert.equal(phase, name);
    }
  });

  it('may be written as any form EnKash is known to send, and go over the wire as written', async () => {
    const forms: WireStatus[] = [
      'SOME_NAME',
      { name: 'SOME_NAME', label: 'Some name', description: null },
      null,
    ];
    const sandbox = createSandbox();
    for (const form of forms) {
      sandbox.setStatus('EKCFORMS', { kycStatus: form, kycSubStatus: form });
      const payload = await payloadOf(await sandbox.enkash(linkRequest(sandbox, 'EKCFORMS')));
      assert.deepEqual([payload.kycStatus, payload.kycSubStatus], [form, form]);
    }
  });

  it('refuse what is neither a known name nor the two fields, saying what is expected', () => {
    for (const value of [
      'VERIFIED',
      '__proto__',
      7,
      null,
      undefined,
      {},
      { kycStatus: 1, kycSubStatus: null },
    ]) {
      assert.throws(() => toSampleStatus(value), /A standing is one of not-started, in-progress/);
    }
  });
});
