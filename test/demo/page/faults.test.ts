import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RESPONSES, faultsFor } from '../../../demo/page/faults.js';
import { createSandbox } from '../../../src/sandbox/index.js';

const indexOf = (text: RegExp) => RESPONSES.findIndex(({ label }) => text.test(label));

describe('faultsFor', () => {
  it('returns no fault for the first response, the normal one', () => {
    assert.deepEqual(faultsFor({ status: 0, link: 0 }), []);
  });

  it('returns a lasting fault for each call with another response', () => {
    assert.deepEqual(faultsFor({ status: indexOf(/422/), link: indexOf(/8 seconds/) }), [
      { route: 'status', answer: 422, times: null },
      { route: 'link', answer: 'slow', delayMs: 8_000, times: null },
    ]);
  });

  it('returns only faults that the sandbox accepts', () => {
    const sandbox = createSandbox();
    for (const index of RESPONSES.keys()) {
      for (const fault of faultsFor({ status: index, link: index })) sandbox.fault(fault);
    }
    assert.equal(sandbox.snapshot().faults.length, 2 * (RESPONSES.length - 1));
  });
});
