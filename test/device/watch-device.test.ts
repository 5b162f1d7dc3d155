import { expect } from '@open-wc/testing';

import type { DeviceIssue } from '../../src/device/check-device.js';
import { watchDevice } from '../../src/device/watch-device.js';
import { FakeDeviceEnvironment, type DeviceOptions } from '../support/fake-device-environment.js';

/** Watches a fake browser; `next` waits for the result of the next check. */
const setup = (options: DeviceOptions = {}) => {
  const env = new FakeDeviceEnvironment(options);
  const results: (readonly DeviceIssue[])[] = [];
  let resolveNext: ((issues: readonly DeviceIssue[]) => void) | undefined;
  const onResult = (issues: readonly DeviceIssue[]) => {
    results.push(issues);
    resolveNext?.(issues);
  };
  const stop = watchDevice({ place: 'browser', onResult, env });
  const next = () =>
    new Promise<readonly DeviceIssue[]>((resolve) => {
      resolveNext = resolve;
    });
  return { env, results, next, stop };
};

/** Waits until all pending promises have settled. */
const settle = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

describe('watchDevice', () => {
  it('reports the result, but not before it has returned', async () => {
    const { results, next } = setup({ online: false });
    expect(results).to.deep.equal([]);
    expect(await next()).to.deep.equal(['offline']);
  });

  it('checks again when the connection is lost and restored', async () => {
    const { env, next } = setup();
    expect(await next()).to.deep.equal([]);
    env.navigator.onLine = false;
    env.dispatchEvent(new Event('offline'));
    expect(await next()).to.deep.equal(['offline']);
    env.navigator.onLine = true;
    env.dispatchEvent(new Event('online'));
    expect(await next()).to.deep.equal([]);
  });

  it('checks again when a permission changes', async () => {
    const { env, next } = setup({ permissions: { microphone: 'denied' } });
    expect(await next()).to.deep.equal(['microphone-denied']);
    const microphone = env.permissions.get('microphone');
    if (!microphone) throw new Error('The microphone was not queried.');
    microphone.state = 'granted';
    microphone.dispatchEvent(new Event('change'));
    expect(await next()).to.deep.equal([]);
  });

  it('checks again when a camera is attached or removed', async () => {
    const { env, results, next } = setup();
    await next();
    env.devices.dispatchEvent(new Event('devicechange'));
    await next();
    expect(results).to.have.length(2);
  });

  it('reports only the latest of several pending checks', async () => {
    const { env, results } = setup();
    env.navigator.onLine = false;
    env.dispatchEvent(new Event('offline'));
    env.dispatchEvent(new Event('offline'));
    await settle();
    expect(results).to.deep.equal([['offline']]);
  });

  it('reports nothing after it was stopped, not even a pending check', async () => {
    const { env, results, stop } = setup({ permissions: { camera: 'denied' } });
    stop();
    await settle();
    env.dispatchEvent(new Event('offline'));
    env.devices.dispatchEvent(new Event('devicechange'));
    env.permissions.get('camera')?.dispatchEvent(new Event('change'));
    await settle();
    expect(results).to.deep.equal([]);
    expect(env.timers).to.have.length(1);
  });

  it('works in a browser that reports almost nothing', async () => {
    const { next } = setup({ permissions: null, devices: 'fails' });
    expect(await next()).to.deep.equal([]);
  });

  it('works where cameras and permissions fire no events', async () => {
    const { env, next } = setup();
    const { enumerateDevices } = env.devices as unknown as Required<
      NonNullable<typeof env.navigator.mediaDevices>
    >;
    env.navigator.mediaDevices = { enumerateDevices };
    env.navigator.permissions = { query: () => Promise.resolve({ state: 'denied' }) };
    watchDevice({ place: 'browser', onResult: () => undefined, env });
    env.dispatchEvent(new Event('online'));
    expect(await next()).to.deep.equal(['camera-denied', 'microphone-denied', 'location-denied']);
  });

  it('works in the browser that runs this test', async () => {
    const issues = await new Promise<readonly DeviceIssue[]>((resolve) => {
      const stop = watchDevice({
        place: 'browser',
        onResult: (issues) => {
          stop();
          resolve(issues);
        },
      });
    });
    expect(issues).to.be.an('array');
  });
});
