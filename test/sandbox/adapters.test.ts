import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { http } from 'msw';
import { setupServer } from 'msw/node';
import { createSandbox, mswHandlers, startSandbox, type Sandbox } from '../../src/sandbox/index.js';
import {
  eventRequest,
  linkRequest,
  mintLink,
  payloadOf,
  statusRequest,
  tokenRequest,
} from '../support/sandbox-partner.js';

/** Tests that a sandbox passes through `fetch()`, however it is served. */
function testOverFetch(served: () => Sandbox): void {
  it('leads from a token over a link and a page to a verified customer', async () => {
    const sandbox = served();
    sandbox.reset();
    assert.equal((await fetch(tokenRequest(sandbox))).status, 200);
    const link = await mintLink(sandbox, fetch);
    assert.equal(new URL(link).origin, sandbox.signzyOrigin);
    const page = await fetch(link);
    assert.equal(page.status, 200);
    assert.match(await page.text(), /not a real KYC call/);
    for (const event of ['opened', 'queued', 'joined', 'approved']) {
      assert.equal((await fetch(eventRequest(link, event))).status, 204);
    }
    assert.match(
      String((await payloadOf(await fetch(statusRequest(sandbox)))).kycSubStatus),
      /VKYC_UNDER_REVIEW/,
    );
    sandbox.shiftClock(10_000);
    assert.match(
      String((await payloadOf(await fetch(statusRequest(sandbox)))).kycStatus),
      /FULL_KYC_VERIFIED/,
    );
  });

  it('refuses a request without a bearer token and for an unknown card', async () => {
    const sandbox = served();
    assert.equal((await fetch(linkRequest(sandbox).url)).status, 401);
    assert.equal((await fetch(linkRequest(sandbox, 'EKCNOBODY'))).status, 422);
  });

  it('breaks the connection for one call', async () => {
    const sandbox = served();
    sandbox.fault({ route: 'link', answer: 'drop' });
    await assert.rejects(fetch(linkRequest(sandbox)), TypeError);
    assert.equal((await fetch(linkRequest(sandbox))).status, 200);
  });

  it('redirects to another host', async () => {
    const sandbox = served();
    sandbox.fault({ route: 'link', answer: 'redirect' });
    const answer = await fetch(linkRequest(sandbox), { redirect: 'manual' });
    assert.equal(answer.status, 302);
  });
}

describe('a sandbox behind MSW', () => {
  const sandbox = createSandbox();
  const server = setupServer(...mswHandlers(sandbox, http));
  before(() => server.listen({ onUnhandledRequest: 'error' }));
  after(() => server.close());
  testOverFetch(() => sandbox);
});

describe('a sandbox on real ports', () => {
  let running: Awaited<ReturnType<typeof startSandbox>> | undefined;
  const served = (): NonNullable<typeof running> => {
    assert.ok(running);
    return running;
  };
  before(async () => {
    running = await startSandbox();
  });
  after(() => running?.stop());
  testOverFetch(served);

  it('serves EnKash and Signzy from two origins of this machine', () => {
    const { enkashOrigin, signzyOrigin } = served();
    assert.match(enkashOrigin, /^http:\/\/127\.0\.0\.1:\d+$/);
    assert.match(signzyOrigin, /^http:\/\/127\.0\.0\.1:\d+$/);
    assert.notEqual(enkashOrigin, signzyOrigin);
  });

  it('runs commands over HTTP', async () => {
    const { enkashOrigin } = served();
    const answer = await fetch(`${enkashOrigin}/sandbox/clock`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{ "shiftMs": 1 }',
    });
    assert.equal(answer.status, 200);
  });
});

describe('startSandbox', () => {
  it('binds the given ports, and frees them when stopped during a request', async () => {
    let onRequest = (): void => undefined;
    const received = new Promise<void>((resolve) => {
      onRequest = resolve;
    });
    const first = await startSandbox({
      pause: () => {
        onRequest();
        return new Promise(() => undefined);
      },
    });
    const ports = {
      enkashPort: Number(new URL(first.enkashOrigin).port),
      signzyPort: Number(new URL(first.signzyOrigin).port),
    };
    first.fault({ route: 'link', answer: 'slow' });
    const hanging = assert.rejects(fetch(linkRequest(first)));
    await received;
    await first.stop();
    await hanging;
    const second = await startSandbox(ports);
    assert.equal(second.enkashOrigin, first.enkashOrigin);
    assert.equal(second.signzyOrigin, first.signzyOrigin);
    await second.stop();
  });

  it('rejects when a port is taken, and binds no other port', async () => {
    const first = await startSandbox();
    const signzyPort = Number(new URL(first.enkashOrigin).port);
    await assert.rejects(startSandbox({ signzyPort }), { code: 'EADDRINUSE' });
    await first.stop();
  });

  it('rejects a host that other machines could reach', async () => {
    await assert.rejects(
      startSandbox({ host: '0.0.0.0' as '127.0.0.1' }),
      /host is localhost, 127\.0\.0\.1 or ::1/,
    );
  });
});
