import { expect } from '@open-wc/testing';
import { isBlockedByPermissionsPolicy } from '../../src/device/is-blocked-by-permissions-policy.js';

describe('isWithheld', () => {
  it("is what Chromium tells of the page's Permissions-Policy, for each feature by itself", () => {
    const document = { featurePolicy: { allowsFeature: (feature: string) => feature !== 'camera' } };
    expect(isBlockedByPermissionsPolicy('camera', { document })).to.equal(true);
    expect(isBlockedByPermissionsPolicy('microphone', { document })).to.equal(false);
  });

  it('is false where the browser does not tell', () => {
    expect(isBlockedByPermissionsPolicy('camera', { document: {} })).to.equal(false);
  });
});
