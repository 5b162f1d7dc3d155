import { expect } from '@open-wc/testing';

import { CALL_PERMISSIONS, permissionOf } from '../../src/device/permission.js';
import { FakeSurroundings } from './fake-surroundings.js';

describe('permissionOf', () => {
  it('tells where a permission stands', async () => {
    const page = new FakeSurroundings({ permissions: { camera: 'denied' } });
    expect((await permissionOf('camera', page))?.state).to.equal('denied');
    expect((await permissionOf('geolocation', page))?.state).to.equal('prompt');
  });

  it('knows nothing in a browser without the API, or that does not know the name', async () => {
    expect(await permissionOf('camera', new FakeSurroundings({ permissions: null }))).to.equal(null);
    expect(await permissionOf('camera', new FakeSurroundings({ unheardOf: ['camera'] }))).to.equal(null);
  });

  it('asks the customer for none of them', async () => {
    for (const name of CALL_PERMISSIONS) {
      const before = (await permissionOf(name, window))?.state;
      expect(before, name).to.be.oneOf(['prompt', 'denied', 'granted']);
      expect((await permissionOf(name, window))?.state, name).to.equal(before);
    }
  });
});
