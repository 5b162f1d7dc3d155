import { expect } from '@open-wc/testing';

import type { DeviceIssue } from '../../src/device/device-issue.js';
import { watchDevice } from '../../src/device/watch-device.js';
import { FakeSurroundings, type Differences } from '../support/fake-device-environment.js';

/** Watches a made-up browser; `next` waits for what the next check finds. */
const watch = (differences: Differences = {}) => {
  const page = new FakeSurroundings(differences);
  const heard: (readonly DeviceIssue[])[] = [];
  let tell: ((findings: readonly DeviceIssue[]) => void) | undefined;
  const stop = watchDevice(
    'browser',
    (findings) => {
      heard.push(findings);
      tell?.(findings);
    },
    page,
  );
  const next = () =>
    new Promise<readonly DeviceIssue[]>((resolve) => {
      tell = resolve;
    });
  return { page, heard, next, stop };
};

/** Lets all that has been promised happen. */
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
  it('tells what it finds, but not before it has returned', async () => {
    const { heard, next } = watch({ online: false });
    expect(heard).to.deep.equal([]);
    expect(await next()).to.deep.equal(['offline']);
  });

  it('checks again when the connection goes and comes', async () => {
    const { page, next } = watch();
    expect(await next()).to.deep.equal([]);
    page.navigator.onLine = false;
    page.dispatchEvent(new Event('offline'));
    expect(await next()).to.deep.equal(['offline']);
    page.navigator.onLine = true;
    page.dispatchEvent(new Event('online'));
    expect(await next()).to.deep.equal([]);
  });

  it('checks again when a permission changes', async () => {
    const { page, next } = watch({ permissions: { microphone: 'denied' } });
    expect(await next()).to.deep.equal(['microphone-denied']);
    const microphone = page.permissions.get('microphone');
    if (!microphone) throw new Error('Nobody asked for the microphone.');
    microphone.state = 'granted';
    microphone.dispatchEvent(new Event('change'));
    expect(await next()).to.deep.equal([]);
  });

  it('checks again when a camera is attached or taken away', async () => {
    const { page, heard, next } = watch();
    await next();
    page.devices.dispatchEvent(new Event('devicechange'));
    await next();
    expect(heard).to.have.length(2);
  });

  it('tells of the latest check alone when several are under way', async () => {
    const { page, heard } = watch();
    page.navigator.onLine = false;
    page.dispatchEvent(new Event('offline'));
    page.dispatchEvent(new Event('offline'));
    await settle();
    expect(heard).to.deep.equal([['offline']]);
  });

  it('is silent once stopped, also about a check under way', async () => {
    const { page, heard, stop } = watch({ permissions: { camera: 'denied' } });
    stop();
    await settle();
    page.dispatchEvent(new Event('offline'));
    page.devices.dispatchEvent(new Event('devicechange'));
    page.permissions.get('camera')?.dispatchEvent(new Event('change'));
    await settle();
    expect(heard).to.deep.equal([]);
    expect(page.timers).to.have.length(1);
  });

  it('works in a browser that tells next to nothing', async () => {
    const { next } = watch({ permissions: null, devices: 'fails' });
    expect(await next()).to.deep.equal([]);
  });

  it('works in the browser that runs this test', async () => {
    const findings = await new Promise<readonly DeviceIssue[]>((resolve) => {
      const stop = watchDevice('browser', (found) => {
        stop();
        resolve(found);
      });
    });
    expect(findings).to.be.an('array');
  });
});
