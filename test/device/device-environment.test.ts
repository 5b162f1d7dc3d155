import { expect } from '@open-wc/testing';
import { isBlockedByPermissionsPolicy } from '../../src/device/device-environment.js';

describe('isBlockedByPermissionsPolicy', () => {
  it("reflects the page's Permissions-Policy in Chromium, for each feature separately", () => {
    const document = { featurePolicy: { allowsFeature: (feature: string) => feature !== 'camera' } };
    expect(isBlockedByPermissionsPolicy('camera', { document })).to.equal(true);
    expect(isBlockedByPermissionsPolicy('microphone', { document })).to.equal(false);
  });

  it('is false if the browser does not report the policy', () => {
    expect(isBlockedByPermissionsPolicy('camera', { document: {} })).to.equal(false);
  });

  it('is false where a form of the page has the name of the policy', () => {
    const featurePolicy = document.createElement('form');
    expect(isBlockedByPermissionsPolicy('camera', { document: { featurePolicy } })).to.equal(false);
  });
});
