import { expect } from '@open-wc/testing';

import {
  CALL_PERMISSIONS,
  checkDevice,
  permissionOf,
  type CallPlace,
} from '../../src/device/check-device.js';
import { FakeSurroundings, type Differences } from '../support/fake-device-environment.js';

const found = (differences: Differences, place: CallPlace = 'browser') =>
  checkDevice(place, new FakeSurroundings(differences));

const DENIED = { camera: 'denied', microphone: 'denied', geolocation: 'denied' };

describe('checkDevice', () => {
  it('finds nothing where a call just works', async () => {
    for (const place of ['page', 'browser', 'shell'] as const)
      expect(await found({}, place), place).to.deep.equal([]);
    const granted = { camera: 'granted', microphone: 'granted', geolocation: 'granted' };
    expect(await found({ permissions: granted, withheld: [] }, 'page')).to.deep.equal([]);
  });

  it('finds that the device is offline', async () => {
    expect(await found({ online: false })).to.deep.equal(['offline']);
  });

  it('finds each permission that is denied', async () => {
    expect(await found({ permissions: { camera: 'denied' } })).to.deep.equal(['camera-denied']);
    expect(await found({ permissions: { microphone: 'denied' } })).to.deep.equal(['microphone-denied']);
    expect(await found({ permissions: { geolocation: 'denied' } })).to.deep.equal(['location-denied']);
  });

  it('knows nothing of a permission where the browser does not tell', async () => {
    expect(await found({ permissions: null })).to.deep.equal([]);
    expect(await found({ permissions: DENIED, unheardOf: ['camera', 'microphone'] })).to.deep.equal([
      'location-denied',
    ]);
  });

  it('blames nobody for what the page’s own policy withholds, since the call’s window has another', async () => {
    const withheld = ['camera', 'microphone', 'geolocation'];
    expect(await found({ permissions: DENIED, withheld, devices: [] })).to.deep.equal([]);
    expect(await found({ permissions: DENIED, withheld: ['camera'] })).to.deep.equal([
      'microphone-denied',
      'location-denied',
    ]);
  });

  it('finds that there is no camera: no way to one, or none attached', async () => {
    expect(await found({ devices: null })).to.deep.equal(['no-camera']);
    expect(await found({ devices: [] })).to.deep.equal(['no-camera']);
    expect(await found({ devices: ['audioinput', 'audiooutput'] })).to.deep.equal(['no-camera']);
    expect(await found({ devices: 'fails' })).to.deep.equal([]);
  });

  it('says of a denied camera only that, as the browser may keep it off its list', async () => {
    expect(await found({ devices: [], permissions: { camera: 'denied' } })).to.deep.equal(['camera-denied']);
  });

  it('finds an insecure page only where the call would be in it, and believes it nothing else', async () => {
    const insecure: Differences = { secure: false, devices: null, permissions: DENIED };
    expect(await found(insecure, 'page')).to.deep.equal(['insecure']);
    expect(await found(insecure, 'browser')).to.deep.equal([]);
  });

  it('finds that the page is in another app', async () => {
    expect(await found({ globals: { ReactNativeWebView: {} } })).to.deep.equal(['in-app']);
  });

  it('cares for the connection alone where a native shell takes the call', async () => {
    const all: Differences = {
      online: false,
      devices: null,
      permissions: DENIED,
      globals: { ReactNativeWebView: {} },
    };
    expect(await found(all, 'shell')).to.deep.equal(['offline']);
    expect(await found({ ...all, secure: false }, 'shell')).to.deep.equal(['offline']);
  });

  it('names the gravest first', async () => {
    expect(
      await found({
        online: false,
        devices: null,
        permissions: DENIED,
        globals: { ReactNativeWebView: {} },
      }),
    ).to.deep.equal([
      'offline',
      'no-camera',
      'camera-denied',
      'microphone-denied',
      'location-denied',
      'in-app',
    ]);
  });

  it('waits two seconds at most for a browser that leaves questions open', async () => {
    const page = new FakeSurroundings({ online: false, devices: 'hangs', permissions: 'hangs' });
    const check = checkDevice('browser', page);
    expect(page.timers.map(({ milliseconds }) => milliseconds)).to.deep.equal([2000]);
    page.timers[0]?.task();
    expect(await check).to.deep.equal(['offline']);
  });

  it('answers in the browser that runs this test, and asks for nothing', async () => {
    const state = async () => (await navigator.permissions.query({ name: 'camera' })).state;
    const before = await state();
    expect(await checkDevice('page')).to.not.include('insecure');
    expect(await state()).to.equal(before);
  });
});

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
