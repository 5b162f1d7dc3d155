import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listenOnFreePort } from '../../demo/listen-on-free-port.js';

const failure = (code: string) => Object.assign(new Error('No.'), { code });

/** Listens on any port but the taken ones. */
const listenBut =
  (...taken: number[]) =>
  (port: number): Promise<number> =>
    taken.includes(port) ? Promise.reject(failure('EADDRINUSE')) : Promise.resolve(port);

describe('listenOnFreePort', () => {
  it('listens on the given port when it is free', async () => {
    assert.equal(await listenOnFreePort(5173, listenBut(5174)), 5173);
  });

  it('listens on the next free port when the given one is in use', async () => {
    assert.equal(await listenOnFreePort(5173, listenBut(5173, 5174, 5175)), 5176);
  });

  it('rejects when listening fails for another reason', async () => {
    await assert.rejects(
      listenOnFreePort(80, () => Promise.reject(failure('EACCES'))),
      { code: 'EACCES' },
    );
  });

  it('tries no other port when any port was requested', async () => {
    await assert.rejects(listenOnFreePort(0, listenBut(0)), { code: 'EADDRINUSE' });
  });
});
