import { expect } from '@open-wc/testing';
import { errorReference } from '../../../src/element/templates/error-reference.js';

describe('errorReference', () => {
  it('is the code and the time in India, whatever the language and the clock of the device', () => {
    const failedAt = Date.parse('2026-11-29T20:35:59Z');
    expect(errorReference('not_eligible', failedAt)).to.equal('not_eligible · 2026-11-30 02:05 IST');
  });
});
