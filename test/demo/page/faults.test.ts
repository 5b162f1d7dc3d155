import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ANSWERS, faultsFor } from '../../../demo/page/faults.js';
import { createSandbox } from '../../../src/sandbox/index.js';

const placeOf = (label: RegExp) => ANSWERS.findIndex((answer) => label.test(answer.label));

describe('how EnKash answers', () => {
  it('is well at first', () => {
    assert.deepEqual(faultsFor({ status: 0, link: 0 }), []);
  });

  it('is chosen for each call, and stays so', () => {
    assert.deepEqual(faultsFor({ status: placeOf(/422/), link: placeOf(/8 seconds/) }), [
      { route: 'status', answer: 422, times: null },
      { route: 'link', answer: 'slow', delayMs: 8_000, times: null },
    ]);
  });

  it('is something the sandbox can do, every time', () => {
    const sandbox = createSandbox();
    for (const place of ANSWERS.keys()) {
      for (const fault of faultsFor({ status: place, link: place })) sandbox.fault(fault);
    }
    assert.equal(sandbox.snapshot().faults.length, 2 * (ANSWERS.length - 1));
  });
});
