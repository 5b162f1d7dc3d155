import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSandbox, type Fault, type FaultAnswer, type Sandbox } from '../../../src/sandbox/index.js';
import { linkRequest, payloadOf, statusRequest, tokenRequest } from '../../support/sandbox-partner.js';

const faultAnswer = (sandbox: Sandbox, answer: number | FaultAnswer): Promise<Response> => {
  sandbox.fault({ route: 'link', answer });
  return sandbox.enkash(linkRequest(sandbox));
};

describe('a fault', () => {
  it('answers with any error status, and with Retry-After for 429', async () => {
    const sandbox = createSandbox();
    for (const status of [400, 401, 403, 404, 409, 422, 429, 500, 503, 599]) {
      const answer = await faultAnswer(sandbox, status);
      assert.equal(answer.status, status);
      assert.equal(answer.headers.get('Retry-After'), status === 429 ? '30' : null);
    }
  });

  it('answers with a web page, truncated JSON or too much JSON', async () => {
    const sandbox = createSandbox();
    const html = await faultAnswer(sandbox, 'html');
    assert.equal(html.status, 200);
    assert.match(html.headers.get('Content-Type') ?? '', /^text\/html/);
    const cut = await faultAnswer(sandbox, 'not-json');
    assert.equal(cut.headers.get('Content-Type'), 'application/json');
    await assert.rejects(cut.json());
    assert.ok((await (await faultAnswer(sandbox, 'huge')).text()).length > 65_536);
  });

  it('breaks the connection', async () => {
    assert.equal((await faultAnswer(createSandbox(), 'drop')).type, 'error');
  });

  it('redirects the caller to another host', async () => {
    const answer = await faultAnswer(createSandbox(), 'redirect');
    assert.equal(answer.status, 302);
    assert.match(answer.headers.get('Location') ?? '', /^https:\/\/elsewhere\.invalid\//);
  });

  it('reports a failure inside a 200', async () => {
    const body = (await (await faultAnswer(createSandbox(), 'code')).json()) as { code: number };
    assert.equal(body.code, 1);
  });

  it('answers for another customer, or with a link to another host', async () => {
    const sandbox = createSandbox();
    assert.equal((await payloadOf(await faultAnswer(sandbox, 'wrong-card'))).enkashCardId, 'EKCANOTHERONE');
    const { kycLink } = await payloadOf(await faultAnswer(sandbox, 'invalid-link'));
    assert.equal(new URL(kycLink ?? '').hostname, 'signzy.tech.elsewhere.invalid');
  });

  it('does not change a refusal', async () => {
    const sandbox = createSandbox();
    sandbox.fault({ route: 'link', answer: 'wrong-card' });
    assert.equal((await sandbox.enkash(linkRequest(sandbox, 'EKCNOBODY'))).status, 422);
  });

  it('delays the correct answer, and stops waiting when the client disconnects', async () => {
    const waits: { milliseconds: number; signal: AbortSignal }[] = [];
    const sandbox = createSandbox({
      pause: (milliseconds, signal) => {
        waits.push({ milliseconds, signal });
        return Promise.resolve();
      },
    });
    const caller = new AbortController();
    sandbox.fault({ route: 'link', answer: 'slow', delayMs: 30_000 });
    const answer = await sandbox.enkash(new Request(linkRequest(sandbox), { signal: caller.signal }));
    assert.equal(answer.status, 200);
    assert.equal(waits[0]?.milliseconds, 30_000);
    caller.abort();
    assert.equal(waits[0].signal.aborted, true);
  });

  it('applies to the given number of calls, to its own route and its own customer', async () => {
    const sandbox = createSandbox({ customers: { EKCONE: 'not-started', EKCTWO: 'not-started' } });
    const status = async (request: Request): Promise<number> => (await sandbox.enkash(request)).status;
    sandbox.fault({ route: 'link', answer: 503, times: 2, enKashCardId: 'EKCONE' });
    assert.equal(await status(linkRequest(sandbox, 'EKCTWO')), 200);
    assert.equal(await status(statusRequest(sandbox, 'EKCONE')), 200);
    assert.equal(await status(tokenRequest(sandbox)), 200);
    assert.equal(await status(linkRequest(sandbox, 'EKCONE')), 503);
    assert.deepEqual(sandbox.snapshot().faults, [
      { route: 'link', answer: 503, times: 1, enKashCardId: 'EKCONE' },
    ]);
    assert.equal(await status(linkRequest(sandbox, 'EKCONE')), 503);
    assert.equal(await status(linkRequest(sandbox, 'EKCONE')), 200);
  });

  it('applies until it is cleared when its count is null', async () => {
    const sandbox = createSandbox();
    sandbox.fault({ route: 'status', answer: 500, times: null });
    for (let call = 0; call < 5; call += 1) {
      assert.equal((await sandbox.enkash(statusRequest(sandbox))).status, 500);
    }
    sandbox.clearFaults();
    assert.equal((await sandbox.enkash(statusRequest(sandbox))).status, 200);
  });

  it('is rejected when a member is invalid, with what the member may be', () => {
    const sandbox = createSandbox();
    const refused: [unknown, RegExp][] = [
      [{ route: 'links', answer: 500 }, /route is one of token, link, status/],
      [{ route: 'link', answer: 200 }, /answer is an HTTP status from 400 to 599/],
      [{ route: 'link', answer: 'explode' }, /or one of html/],
      [{ route: 'link', answer: 500, times: 0 }, /times is a count from 1/],
      [{ route: 'link', answer: 500, enKashCardId: 7 }, /enKashCardId is a string/],
      [{ route: 'link', answer: 'slow', delayMs: -1 }, /delayMs is milliseconds/],
      [null, /route is one of/],
    ];
    for (const [fault, message] of refused) assert.throws(() => sandbox.fault(fault as Fault), message);
  });
});
