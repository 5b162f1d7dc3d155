import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listenOnFreePort } from '../../demo/listen-on-free-port.js';

const failure = (code: string) => Object.assign(new Error('No.'), { code });

/** Listens on any port but the taken ones. */
const listenBut =
  (...taken: number[]) =>
  (port: number): Promise<number> =>
    taken.includes(port) ? Promise.reject(failure('EADDRINUSE')) : Promise.resolve(port);

describe('a free port', () => {
  it('is the wanted one where that is free', async () => {
    assert.equal(await listenOnFreePort(5173, listenBut(5174)), 5173);
  });

  it('is the next one that is not taken', async () => {
    assert.equal(await listenOnFreePort(5173, listenBut(5173, 5174, 5175)), 5176);
  });

  it('is not looked for when listening fails for another reason', async () => {
    await assert.rejects(
      listenOnFreePort(80, () => Promise.reject(failure('EACCES'))),
      { code: 'EACCES' },
    );
  });

  it('is not looked for in the place of any port', async () => {
    await assert.rejects(listenOnFreePort(0, listenBut(0)), { code: 'EADDRINUSE' });
  });
});
