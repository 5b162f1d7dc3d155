import { expect } from '@open-wc/testing';
import { errorSentence } from '../../../src/element/templates/error-sentence.js';
import { ERROR_CATALOGUE, type ErrorCode } from '../../../src/errors/error-catalogue.js';
import en from '../../../src/locales/en.js';

const codes = Object.keys(ERROR_CATALOGUE) as ErrorCode[];

describe('what the customer reads of a failure', () => {
  it('is a sentence for every code', () => {
    for (const code of codes) expect(errorSentence(en, code), code).to.match(/\.$/);
  });

  it('is the same where the page is not set up, and where something went wrong on our side', () => {
    for (const code of ['invalid_endpoint', 'not_found'] as const)
      expect(errorSentence(en, code)).to.equal(en.errors.no_endpoint);
    for (const code of [
      'http_error',
      'not_json',
      'too_large',
      'invalid_response',
      'enkash_error',
      'no_link',
    ] as const)
      expect(errorSentence(en, code)).to.equal(en.errors.server_error);
  });

  it('is what the page says of that code, where it says something', () => {
    const words = { ...en, errors: { ...en.errors, not_json: 'No JSON.' } };
    expect(errorSentence(words, 'not_json')).to.equal('No JSON.');
    expect(errorSentence(words, 'too_large')).to.equal(en.errors.server_error);
  });
});
