import { expect } from '@open-wc/testing';
import { isWithheld } from '../../src/device/is-withheld.js';

describe('isWithheld', () => {
  it("is what Chromium tells of the page's Permissions-Policy, for each feature by itself", () => {
    const document = { featurePolicy: { allowsFeature: (feature: string) => feature !== 'camera' } };
    expect(isWithheld('camera', { document })).to.equal(true);
    expect(isWithheld('microphone', { document })).to.equal(false);
  });

  it('is false where the browser does not tell', () => {
    expect(isWithheld('camera', { document: {} })).to.equal(false);
  });
});
