import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, describe, it } from 'node:test';
import { launchChromium } from '../support/browser/launch-browser.js';
import { clickForPopup } from '../support/browser/open-popup-call.js';
import { visitPage } from '../support/browser/visit-page.js';
import { waitForState } from '../support/browser/wait-for-state.js';

const browser = await launchChromium({ after });

const listening = async (port = 0) => {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
};

/** A port that was free a moment ago, with two free ones after it. */
async function freePort(): Promise<number> {
  const { port, close } = await listening();
  close();
  return Math.min(port, 65_533);
}

const run = (port: number) => spawn(process.execPath, ['dist/cli.js', 'sandbox', '--port', String(port)]);

describe('enkash-vkyc-button sandbox', () => {
  it('starts a page whose button opens a call, and ends with 0 on an interrupt', async (t) => {
    const child = run(await freePort());
    t.after(() => child.kill());
    const [output] = (await once(child.stdout, 'data')) as [Buffer];
    const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(String(output)) ?? [];
    const customer = await visitPage(t, browser, { url });
    await waitForState(customer, 'ready', 'not-started');
    const call = await clickForPopup(customer);
    await call.getByRole('button').first().waitFor();
    assert.deepEqual(customer.pageErrors, []);
    child.kill('SIGINT');
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  });

  it('names the option when a port is taken, and ends with 1', async (t) => {
    const { port, close } = await listening();
    t.after(close);
    const child = run(port);
    const [[message], [code]] = (await Promise.all([once(child.stderr, 'data'), once(child, 'exit')])) as [
      [Buffer],
      [number],
    ];
    assert.match(String(message), /^One of the ports \d+ to \d+ is taken\. Choose others with --port\.\n$/);
    assert.equal(code, 1);
  });
});
