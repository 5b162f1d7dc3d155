import { expect } from '@open-wc/testing';

import { ERROR_CATALOGUE, type ErrorCode } from '../../src/errors/error-catalogue.js';

const codesOf = (actor: string) =>
  Object.entries(ERROR_CATALOGUE)
    .filter(([, kind]) => kind.actor === actor)
    .map(([code]) => code);

describe('ERROR_CATALOGUE', () => {
  it('names every failure in snake case', () => {
    for (const code of Object.keys(ERROR_CATALOGUE)) expect(code).to.match(/^[a-z]+(_[a-z]+)*$/);
  });

  it('assigns only network failures and rate limits to the customer', () => {
    expect(codesOf('customer')).to.have.members(['offline', 'network', 'rate_limited']);
  });

  it('assigns only EnKash’s own decisions to EnKash', () => {
    expect(codesOf('enkash')).to.have.members(['not_eligible', 'enkash_error']);
  });

  it('marks failures as not retryable that need a change first', () => {
    const expected: readonly ErrorCode[] = [
      'no_endpoint',
      'invalid_endpoint',
      'session_expired',
      'not_found',
      'not_eligible',
      'no_camera',
    ];
    const notRetryable = Object.entries(ERROR_CATALOGUE).filter(([, { retryable }]) => !retryable);
    expect(notRetryable.map(([code]) => code)).to.have.members([...expected]);
  });
});
