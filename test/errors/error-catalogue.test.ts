import { expect } from '@open-wc/testing';

import { ERROR_CATALOGUE, type ErrorCode } from '../../src/errors/error-catalogue.js';

const codesOf = (actor: string) =>
  Object.entries(ERROR_CATALOGUE)
    .filter(([, kind]) => kind.actor === actor)
    .map(([code]) => code);

describe('ERROR_CATALOGUE', () => {
  it('names every failure in lower case with underscores, as vkyc-error carries it', () => {
    for (const code of Object.keys(ERROR_CATALOGUE)) expect(code).to.match(/^[a-z]+(_[a-z]+)*$/);
  });

  it('asks of the customer only what a customer can mend: the network, or patience', () => {
    expect(codesOf('customer')).to.have.members(['offline', 'network', 'rate_limited']);
  });

  it('asks of EnKash only what EnKash decided', () => {
    expect(codesOf('enkash')).to.have.members(['not_eligible', 'enkash_error']);
  });

  it('promises no luck to a second try where something must be changed first', () => {
    const final: readonly ErrorCode[] = [
      'no_endpoint',
      'invalid_endpoint',
      'session_expired',
      'not_found',
      'not_eligible',
    ];
    const hopeless = Object.entries(ERROR_CATALOGUE).filter(([, { retryable }]) => !retryable);
    expect(hopeless.map(([code]) => code)).to.have.members([...final]);
  });
});
