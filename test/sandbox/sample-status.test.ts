import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSandbox, SAMPLE_STATUSES, type WireStatus } from '../../src/sandbox/index.js';
import { toSampleStatus } from '../../src/sandbox/sample-status.js';
import { parseEnumModel } from '../../src/status/parse-enum-model.js';
import { phaseOf } from '../../src/status/phase.js';
import { linkRequest, payloadOf } from '../support/sandbox-partner.js';

describe('sample statuses', () => {
  it('are shown by the element as the phases of the same names', () => {
    for (const [name, { kycStatus, kycSubStatus }] of Object.entries(SAMPLE_STATUSES)) {
      const phase = phaseOf({
        kycStatus: parseEnumModel(kycStatus),
        kycSubStatus: parseEnumModel(kycSubStatus),
      });
      assert.equal(phase, name);
    }
  });

  it('may have any form that EnKash sends, and are sent unchanged', async () => {
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

  it('are rejected with the expected forms when neither a name nor the two fields', () => {
    for (const value of [
      'VERIFIED',
      '__proto__',
      7,
      null,
      undefined,
      {},
      { kycStatus: 1, kycSubStatus: null },
    ]) {
      assert.throws(() => toSampleStatus(value), /A status is one of not-started, in-progress/);
    }
  });
});
