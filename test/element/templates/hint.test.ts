import { expect } from '@open-wc/testing';
import { errorSentence, hintText, type HintModel } from '../../../src/element/templates/hint.js';
import { ERROR_CATALOGUE, type ErrorCode } from '../../../src/errors/error-catalogue.js';
import en from '../../../src/locales/en.js';
import { FAILURE, journeyIn, NOT_STARTED, REJECTED, SHUT } from '../../support/journeys.js';

const codes = Object.keys(ERROR_CATALOGUE) as ErrorCode[];

describe('errorSentence', () => {
  it('gives a sentence for every code', () => {
    for (const code of codes) expect(errorSentence(en, code), code).to.match(/\.$/);
  });

  it('gives the same sentence for all setup failures, and for all failures of the backend', () => {
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

  it('gives the sentence of the device check for a missing camera', () => {
    expect(errorSentence(en, 'no_camera')).to.equal(en.findings['no-camera']);
  });

  it('prefers the page’s own message for a code', () => {
    const messages = { ...en, errors: { ...en.errors, not_json: 'No JSON.' } };
    expect(errorSentence(messages, 'not_json')).to.equal('No JSON.');
    expect(errorSentence(messages, 'too_large')).to.equal(en.errors.server_error);
  });
});

describe('hintText', () => {
  const opening = { weekday: 1, minutes: 600, today: false, local: null };
  const text = (model: Partial<HintModel>) =>
    hintText({
      journey: journeyIn('ready', { customer: NOT_STARTED }),
      messages: en,
      opening: null,
      closing: null,
      opensWindow: false,
      disabled: false,
      ...model,
    });

  it('introduces the call, and names the new window only if one opens', () => {
    expect(text({})).to.equal(en.hints.intro);
    expect(text({ opensWindow: true })).to.equal(en.hints['intro-window']);
  });

  it('gives the last moment to start in place of the introduction', () => {
    expect(text({ closing: opening })).to.equal('Closes Monday at 10:00 am. Please start now.');
    expect(text({ closing: opening, journey: journeyIn('open') })).to.equal(en.hints.open);
  });

  it('gives the reason for being closed, and the next opening if it is known', () => {
    const journey = journeyIn('closed');
    expect(text({ journey })).to.equal(en.closed['after-hours']);
    expect(text({ journey, opening })).to.equal('Closed for today. Opens Monday at 10:00 am.');
    const unknown = journeyIn('closed', { availability: { ...SHUT, reason: null } });
    expect(text({ journey: unknown })).to.equal(en.closed.server);
  });

  it('gives the message of a failure', () => {
    expect(text({ journey: journeyIn('error') })).to.equal(errorSentence(en, FAILURE.code));
  });

  it('gives the outcome of the last attempt before the phase', () => {
    expect(text({ journey: journeyIn('ready', { customer: REJECTED }) })).to.equal(en.hints.rejected);
    expect(text({ journey: journeyIn('ready', { customer: REJECTED, lastAttempt: 'blocked' }) })).to.equal(
      en.hints.blocked,
    );
  });

  it('is empty in every state while the page has disabled the button, since only the page knows why', () => {
    for (const state of ['idle', 'ready', 'closed', 'open', 'done', 'error'] as const)
      expect(text({ disabled: true, journey: journeyIn(state) })).to.equal('');
  });
});
