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

/** One story, told to a sandbox through `fetch` alone: however it is served, it must go the same way. */
function behavesAsEver(served: () => Sandbox): void {
  it('gives a token, a link, a page, and a verified customer in the end', async () => {
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

  it('refuses without a bearer and for an unknown card', async () => {
    const sandbox = served();
    assert.equal((await fetch(linkRequest(sandbox).url)).status, 401);
    assert.equal((await fetch(linkRequest(sandbox, 'EKCNOBODY'))).status, 422);
  });

  it('breaks the line when told to, and recovers', async () => {
    const sandbox = served();
    sandbox.fault({ route: 'link', answer: 'drop' });
    await assert.rejects(fetch(linkRequest(sandbox)), TypeError);
    assert.equal((await fetch(linkRequest(sandbox))).status, 200);
  });

  it('redirects to another host without following', async () => {
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
  behavesAsEver(() => sandbox);
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
  behavesAsEver(served);

  it('serves EnKash and Signzy from two origins of this machine', () => {
    const { enkashOrigin, signzyOrigin } = served();
    assert.match(enkashOrigin, /^http:\/\/127\.0\.0\.1:\d+$/);
    assert.match(signzyOrigin, /^http:\/\/127\.0\.0\.1:\d+$/);
    assert.notEqual(enkashOrigin, signzyOrigin);
  });

  it('takes orders over the wire', async () => {
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
  it('takes the ports it is given, and lets go of them when stopped, however busy', async () => {
    let arrived = (): void => undefined;
    const asked = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const first = await startSandbox({
      pause: () => {
        arrived();
        return new Promise(() => undefined);
      },
    });
    const ports = {
      enkashPort: Number(new URL(first.enkashOrigin).port),
      signzyPort: Number(new URL(first.signzyOrigin).port),
    };
    first.fault({ route: 'link', answer: 'slow' });
    const hanging = assert.rejects(fetch(linkRequest(first)));
    await asked;
    await first.stop();
    await hanging;
    const second = await startSandbox(ports);
    assert.equal(second.enkashOrigin, first.enkashOrigin);
    assert.equal(second.signzyOrigin, first.signzyOrigin);
    await second.stop();
  });

  it('rejects when a port is taken, and holds on to none', async () => {
    const first = await startSandbox();
    const signzyPort = Number(new URL(first.enkashOrigin).port);
    await assert.rejects(startSandbox({ signzyPort }), { code: 'EADDRINUSE' });
    await first.stop();
  });

  it('refuses a host that other machines could reach', async () => {
    await assert.rejects(
      startSandbox({ host: '0.0.0.0' as '127.0.0.1' }),
      /host is localhost, 127\.0\.0\.1 or ::1/,
    );
  });
});
