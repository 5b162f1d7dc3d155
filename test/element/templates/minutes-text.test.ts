import { expect } from '@open-wc/testing';

import { minutesText } from '../../../src/element/templates/minutes-text.js';

describe('minutesText', () => {
  it('writes minutes and seconds, and rounds up, so that 0:00 is never shown while there is something to wait for', () => {
    const texts = [1, 999, 1000, 28_000, 59_001, 60_000, 599_999, 600_000, 4_500_000].map(minutesText);
    expect(texts).to.deep.equal(['0:01', '0:01', '0:01', '0:28', '1:00', '1:00', '10:00', '10:00', '75:00']);
  });
});
