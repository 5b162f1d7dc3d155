import { expect } from '@open-wc/testing';

import {
  CALL_PERMISSIONS,
  checkDevice,
  permissionOf,
  type CallPlace,
} from '../../src/device/check-device.js';
import { FakeDeviceEnvironment, type DeviceOptions } from '../support/fake-device-environment.js';

const check = (options: DeviceOptions, place: CallPlace = 'browser') =>
  checkDevice(place, new FakeDeviceEnvironment(options));

const DENIED = { camera: 'denied', microphone: 'denied', geolocation: 'denied' };

describe('checkDevice', () => {
  it('finds no issue if nothing prevents a call', async () => {
    for (const place of ['page', 'browser', 'shell'] as const)
      expect(await check({}, place), place).to.deep.equal([]);
    const granted = { camera: 'granted', microphone: 'granted', geolocation: 'granted' };
    expect(await check({ permissions: granted, blocked: [] }, 'page')).to.deep.equal([]);
  });

  it('finds that the device is offline', async () => {
    expect(await check({ online: false })).to.deep.equal(['offline']);
  });

  it('finds each denied permission', async () => {
    expect(await check({ permissions: { camera: 'denied' } })).to.deep.equal(['camera-denied']);
    expect(await check({ permissions: { microphone: 'denied' } })).to.deep.equal(['microphone-denied']);
    expect(await check({ permissions: { geolocation: 'denied' } })).to.deep.equal(['location-denied']);
  });

  it('finds no denied permission if the browser does not report them', async () => {
    expect(await check({ permissions: null })).to.deep.equal([]);
    expect(await check({ permissions: DENIED, unknownNames: ['camera', 'microphone'] })).to.deep.equal([
      'location-denied',
    ]);
  });

  it('ignores what the page’s own Permissions-Policy blocks, since the call’s window has its own', async () => {
    const blocked = ['camera', 'microphone', 'geolocation'];
    expect(await check({ permissions: DENIED, blocked, devices: [] })).to.deep.equal([]);
    expect(await check({ permissions: DENIED, blocked: ['camera'] })).to.deep.equal([
      'microphone-denied',
      'location-denied',
    ]);
  });

  it('finds that there is no camera: no access to cameras, or none attached', async () => {
    expect(await check({ devices: null })).to.deep.equal(['no-camera']);
    expect(await check({ devices: [] })).to.deep.equal(['no-camera']);
    expect(await check({ devices: ['audioinput', 'audiooutput'] })).to.deep.equal(['no-camera']);
    expect(await check({ devices: 'fails' })).to.deep.equal([]);
  });

  it('reports a denied camera only as denied, since the browser may hide it from its list', async () => {
    expect(await check({ devices: [], permissions: { camera: 'denied' } })).to.deep.equal(['camera-denied']);
  });

  it('finds an insecure page only for a call inside it, and nothing else on it', async () => {
    const insecure: DeviceOptions = { secure: false, devices: null, permissions: DENIED };
    expect(await check(insecure, 'page')).to.deep.equal(['insecure']);
    expect(await check(insecure, 'browser')).to.deep.equal([]);
  });

  it('finds that the page is shown inside another app', async () => {
    expect(await check({ globals: { ReactNativeWebView: {} } })).to.deep.equal(['in-app']);
  });

  it('checks only the connection for a call in a native shell', async () => {
    const all: DeviceOptions = {
      online: false,
      devices: null,
      permissions: DENIED,
      globals: { ReactNativeWebView: {} },
    };
    expect(await check(all, 'shell')).to.deep.equal(['offline']);
    expect(await check({ ...all, secure: false }, 'shell')).to.deep.equal(['offline']);
  });

  it('lists the most serious issue first', async () => {
    expect(
      await check({
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

  it('waits at most two seconds for a browser that leaves queries pending', async () => {
    const env = new FakeDeviceEnvironment({ online: false, devices: 'hangs', permissions: 'hangs' });
    const result = checkDevice('browser', env);
    expect(env.timers.map(({ milliseconds }) => milliseconds)).to.deep.equal([2000]);
    env.timers[0]?.task();
    expect(await result).to.deep.equal(['offline']);
  });

  it('works in the browser that runs this test, without prompting', async () => {
    const state = async () => (await navigator.permissions.query({ name: 'camera' })).state;
    const before = await state();
    expect(await checkDevice('page')).to.not.include('insecure');
    expect(await state()).to.equal(before);
  });
});

describe('permissionOf', () => {
  it('gives the state of a permission', async () => {
    const env = new FakeDeviceEnvironment({ permissions: { camera: 'denied' } });
    expect((await permissionOf('camera', env))?.state).to.equal('denied');
    expect((await permissionOf('geolocation', env))?.state).to.equal('prompt');
  });

  it('is null in a browser without the API, or that does not know the name', async () => {
    expect(await permissionOf('camera', new FakeDeviceEnvironment({ permissions: null }))).to.equal(null);
    expect(await permissionOf('camera', new FakeDeviceEnvironment({ unknownNames: ['camera'] }))).to.equal(
      null,
    );
  });

  it('does not prompt the customer', async () => {
    for (const name of CALL_PERMISSIONS) {
      const before = (await permissionOf(name, window))?.state;
      expect(before, name).to.be.oneOf(['prompt', 'denied', 'granted']);
      expect((await permissionOf(name, window))?.state, name).to.equal(before);
    }
  });
});
