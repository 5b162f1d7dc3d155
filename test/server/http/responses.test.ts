import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { VkycHttpError } from '../../../src/server/errors.js';
import { errorResponse, okResponse } from '../../../src/server/http/responses.js';
import { nodeListener } from '../../../src/server/index.js';

const BODY = JSON.stringify({ label: 'सत्यापन ✓' });

describe('answers of the backend behind nodeListener', () => {
  let server: Server;
  let url: string;
  let handle: () => Response | Promise<Response>;
  const reported: unknown[] = [];
  before(async () => {
    server = createServer(nodeListener(() => handle(), { onError: (error) => reported.push(error) }));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  after(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('arrive whole, with their length in bytes', async () => {
    handle = () => okResponse(BODY, {});
    const answer = await fetch(url);
    assert.equal(answer.headers.get('content-length'), String(Buffer.byteLength(BODY)));
    assert.equal(await answer.text(), BODY);
  });

  it('arrive with the status and headers that a wrapper of the handler has set', async () => {
    handle = () => {
      const answer = errorResponse(new VkycHttpError('not_found'), {});
      answer.headers.set('X-Request-Id', '7');
      return answer;
    };
    const answer = await fetch(url);
    assert.equal(answer.status, 404);
    assert.equal(answer.headers.get('x-request-id'), '7');
    assert.deepEqual(await answer.json(), { error: { code: 'not_found' } });
  });

  it('arrive with the body that a wrapper of the handler has put in the place of ours', async () => {
    handle = () => new Response('other', okResponse(BODY, {}));
    assert.equal(await (await fetch(url)).text(), 'other');
  });

  it('have no body for HEAD', async () => {
    handle = () => okResponse(BODY, {});
    const answer = await fetch(url, { method: 'HEAD' });
    assert.equal(await answer.text(), '');
  });

  it('are a failure of the handler after something has read them', async () => {
    handle = async () => {
      const answer = okResponse(BODY, {});
      await answer.text();
      return answer;
    };
    assert.equal((await fetch(url)).status, 500);
    assert.match(String(reported), /already read/);
  });
});
