import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { passwordToken } from '../../src/server/index.js';
import { SEED_CARD_ID, startSandbox, type RunningSandbox } from '../../src/sandbox/index.js';
import { backendFor, endpointOf, send } from '../support/server/backend-under-test.js';

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
