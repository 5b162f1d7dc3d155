import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { checkLink, parseLinkHosts } from '../../src/link/check-link.js';
import { createVkycBackend, passwordToken } from '../../src/server/index.js';
import { SEED_CARD_ID, startSandbox, type RunningSandbox } from '../../src/sandbox/index.js';
import { backendFor, endpointOf, SECRET, send } from '../support/server/backend-under-test.js';

describe('the backend with the sandbox', () => {
  let sandbox: RunningSandbox;
  before(async () => {
    sandbox = await startSandbox();
  });
  after(() => sandbox.stop());

  it('mints a link with only the credentials of the sandbox', async () => {
    const { tokenUrl, enkashOrigin: baseUrl, statusUrl, credentials } = sandbox;
    const { partnerId, ...login } = credentials;
    const { backend } = backendFor(baseUrl, {
      enkash: { partnerId, token: passwordToken({ tokenUrl, ...login }), statusUrl },
      allowedLinkHosts: '127.0.0.1',
    });
    const endpoint = await endpointOf(backend, SEED_CARD_ID);
    const status = await send(backend, endpoint, 'GET');
    assert.equal(status.status, 200);
    const click = await send(backend, endpoint, 'POST');
    assert.equal(click.status, 200);
    assert.match(String(click.body.payload?.['kycLink']), /^http:\/\/127\.0\.0\.1:\d+\//);
  });
});

describe('the settings of a running sandbox', () => {
  const HOSTS = ['localhost', '127.0.0.1', '::1'] as const;
  for (const host of HOSTS)
    it(`are all that a backend needs, at any hour, on ${host}`, async (t) => {
      const sandbox = await startSandbox({ host });
      t.after(() => sandbox.stop());
      for (const hour of ['03:00', '12:00', '23:59']) {
        const now = () => Date.parse(`2026-11-29T${hour}:00+05:30`);
        const backend = createVkycBackend({ ...sandbox.backendSettings, secret: SECRET, now });
        const endpoint = await endpointOf(backend, SEED_CARD_ID);
        const status = await send(backend, endpoint, 'GET');
        const click = await send(backend, endpoint, 'POST');
        assert.deepEqual([status.status, click.status], [200, 200], hour);
        const link = String(click.body.payload?.['kycLink']);
        const { hosts } = parseLinkHosts(sandbox.elementAttributes['allowed-link-hosts']);
        assert.equal(checkLink(link, hosts)?.href, link);
      }
    });

  it('survive a sandbox that revokes all tokens', async (t) => {
    const sandbox = await startSandbox();
    t.after(() => sandbox.stop());
    const backend = createVkycBackend({ ...sandbox.backendSettings, secret: SECRET });
    const endpoint = await endpointOf(backend, SEED_CARD_ID);
    assert.equal((await send(backend, endpoint, 'GET')).status, 200);
    sandbox.revokeTokens();
    assert.equal((await send(backend, endpoint, 'POST')).status, 200);
  });
});
